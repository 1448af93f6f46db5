import Catalog
package import Standards

/// An item above another of which it is a part: PM2.5 above PM10, NH3-N above total nitrogen. Equal ones are in order.
package struct OrderingTest: Sendable, Hashable {
    static let keys = ["part_of", "tolerance", "grade"]

    let whole: String
    /// By how much it may be above all the same, in its unit: two instruments never agree to the last digit.
    let tolerance: ExactDecimal
    let grade: CheckGrade

    package init(partOf whole: String, tolerance: ExactDecimal = 0, grade: CheckGrade = .suspect) {
        self.whole = whole
        self.tolerance = tolerance
        self.grade = grade
    }

    init(_ parameters: CheckParameters) {
        self.init(
            partOf: parameters.text("part_of"), tolerance: parameters.decimal("tolerance") ?? 0,
            grade: parameters.choice("grade", as: CheckGrade.self) ?? .suspect)
    }

    func run(_ pad: inout CheckPad, in field: CheckField) {
        let series = pad.series
        guard let other = field.counterpart(of: series, item: whole) else {
            pad.refuse(.noCounterpart(item: whole))
            return
        }
        let scale = max(series.scale, other.scale)
        let (mine, theirs) = (CheckBound.powers[scale - series.scale], CheckBound.powers[scale - other.scale])
        let bound = Int128(CheckBound.floor(tolerance, scale: scale))
        series.forEachPair(with: other, in: pad.places) { index, place in
            guard Int128(series.values[index]) * mine - Int128(other.values[place]) * theirs > bound else { return }
            pad.add(index, grade, .exceedsWhole(item: other.item, value: other.decimal(place)))
        }
    }
}
