import Catalog
package import Standards

/// A whole that its parts do not add up to: NOx against NO and NO2.
package struct SumTest: Sendable, Hashable {
    static let keys = ["parts", "share", "least"]

    /// A part and what its value is multiplied by.
    package struct Part: Sendable, Hashable {
        let item: String
        let factor: Rational

        package init(item: String, factor: Rational) {
            self.item = item
            self.factor = factor
        }
    }

    let parts: [Part]
    /// The difference allowed, as a share of the whole.
    let share: ExactDecimal
    /// Smaller wholes are left out.
    let least: ExactDecimal

    package init(parts: [Part], share: ExactDecimal, least: ExactDecimal) {
        self.parts = parts
        self.share = share
        self.least = least
    }

    init(_ parameters: CheckParameters) {
        self.init(
            parts: parameters.list("parts").map { node in
                let part = parameters.reader.mapping(node, keys: ["item", "factor"])
                return Part(item: part.text("item"), factor: part.fraction("factor"))
            }, share: parameters.required("share"), least: parameters.required("least"))
    }

    func run(_ pad: inout CheckPad, in field: CheckField) {
        let series = pad.series
        var found: [(series: CheckSeries, factor: Rational)] = []
        for part in parts {
            guard let one = field.counterpart(of: series, item: part.item) else {
                pad.refuse(.noCounterpart(item: part.item))
                return
            }
            found.append((one, part.factor))
        }
        let floor = CheckBound.ceiling(least, scale: series.scale)
        for index in pad.places where series.values[index] != CheckSeries.missing && series.values[index] >= floor {
            var sum = Rational.zero
            var isWhole = true
            for part in found {
                guard let place = part.series.place(at: series.starts[index]),
                    part.series.values[place] != CheckSeries.missing
                else {
                    isWhole = false
                    break
                }
                sum += part.series.decimal(place).rational * part.factor
            }
            let whole = series.decimal(index).rational
            guard isWhole, (sum - whole).magnitude > whole.magnitude * share.rational else { continue }
            pad.add(index, .suspect, .sum(parts: sum))
        }
    }
}
