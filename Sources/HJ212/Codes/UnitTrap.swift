/// A unit that devices send instead of that of the code table (particles in µg for ng).
///
/// A wrong unit is found when a device is taken up: the median of its first values is compared with what is plausible, and
/// the shift is proposed to a person. It is never applied by itself.
public struct UnitTrap: Sendable, Hashable {
    /// Values needed for a proposal.
    public static let neededValues = 100

    /// The code of the factor, in lower case.
    public let code: String
    /// By how many powers of ten a value sent so is shifted to come to the unit of the table.
    public let power: Int
    /// What is plausible in the unit of the table, as whole units.
    public let plausible: ClosedRange<Int64>

    /// A trap.
    public init(code: String, power: Int, plausible: ClosedRange<Int64>) {
        self.code = code.lowercased()
        self.power = power
        self.plausible = plausible
    }

    /// What the first values of a device suggest.
    public enum Finding: Sendable, Hashable {
        /// Too few values yet.
        case tooFew
        /// The median is plausible as it is.
        case asInTable
        /// The median is plausible when it is shifted by so many powers of ten.
        case shifted(by: Int)
        /// It is plausible in neither unit: a person must look.
        case unclear
    }

    /// Judges the first values of a device, without those that are missing.
    public func judge(_ values: [SentDecimal]) -> Finding {
        guard values.count >= Self.neededValues else { return .tooFew }
        let sorted = values.sorted { Self.isLess($0, $1) }
        let median = sorted[sorted.count / 2]
        if isPlausible(median, shift: 0) { return .asInTable }
        return isPlausible(median, shift: power) ? .shifted(by: power) : .unclear
    }

    private func isPlausible(_ value: SentDecimal, shift: Int) -> Bool {
        let value = SentDecimal(units: value.units, scale: value.scale - shift)
        return !Self.isLess(value, SentDecimal(units: plausible.lowerBound, scale: 0))
            && !Self.isLess(SentDecimal(units: plausible.upperBound, scale: 0), value)
    }

    /// Exact comparison: what overflows is the larger in size.
    static func isLess(_ left: SentDecimal, _ right: SentDecimal) -> Bool {
        let scale = max(left.scale, right.scale)
        let (a, isLeftBeyond) = scaled(left, to: scale)
        let (b, isRightBeyond) = scaled(right, to: scale)
        if isLeftBeyond || isRightBeyond {
            let (x, y) = (
                isLeftBeyond ? left.units.signum() * 2 : a.signum(),
                isRightBeyond ? right.units.signum() * 2 : b.signum()
            )
            return x < y
        }
        return a < b
    }

    private static func scaled(_ value: SentDecimal, to scale: Int) -> (Int64, Bool) {
        var units = value.units
        guard units != 0 else { return (0, false) }
        for _ in value.scale..<scale {
            let (product, isBeyond) = units.multipliedReportingOverflow(by: 10)
            if isBeyond { return (units, true) }
            units = product
        }
        return (units, false)
    }
}
