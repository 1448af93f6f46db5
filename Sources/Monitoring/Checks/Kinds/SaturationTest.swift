package import Standards

/// Dissolved oxygen above a share of its saturation at the water's temperature, `numerator / (offset + T)` (GB 3838-2002).
package struct SaturationTest: Sendable, Hashable {
    static let keys = ["temperature", "numerator", "offset", "suspect", "fail"]

    /// The item with the temperature in °C.
    let temperature: String
    /// mg/L · °C.
    let numerator: ExactDecimal
    /// °C.
    let offset: ExactDecimal
    /// Shares of the saturation.
    let suspect: ExactDecimal?
    let fail: ExactDecimal?

    package init(
        temperature: String, numerator: ExactDecimal, offset: ExactDecimal, suspect: ExactDecimal?,
        fail: ExactDecimal? = nil
    ) {
        self.temperature = temperature
        self.numerator = numerator
        self.offset = offset
        self.suspect = suspect
        self.fail = fail
    }

    init(_ parameters: CheckParameters) {
        self.init(
            temperature: parameters.text("temperature"), numerator: parameters.required("numerator"),
            offset: parameters.required("offset"), suspect: parameters.above("suspect"),
            fail: parameters.above("fail"))
        parameters.needsOne(of: ["suspect", "fail"])
        parameters.needsOrder(["suspect", "fail"])
    }

    func run(_ pad: inout CheckPad, in field: CheckField) {
        let series = pad.series
        guard let water = field.counterpart(of: series, item: temperature) else {
            pad.refuse(.noCounterpart(item: temperature))
            return
        }
        series.forEachPair(with: water, in: pad.places) { index, place in
            let degrees = water.decimal(place)
            let divisor = offset.rational + degrees.rational
            guard divisor > 0, let saturation = try? numerator.rational / divisor else { return }
            let oxygen = series.decimal(index).rational
            let fact = CheckFact.oversaturated(temperature: degrees, saturation: saturation)
            if let fail, oxygen > saturation * fail.rational {
                pad.add(index, .fail, fact)
            } else if let suspect, oxygen > saturation * suspect.rational {
                pad.add(index, .suspect, fact)
            }
        }
    }
}
