/// The limits of one item for the classes Ⅰ … Ⅴ.
public enum WaterLimit: Hashable, Sendable {
    /// Met at or below the limit; five limits, Ⅰ first.
    case atMost([ExactDecimal])
    /// Met at or above the limit (dissolved oxygen); five limits, Ⅰ first.
    case atLeast([ExactDecimal])
    /// Met inside the range, ends included, for every class (pH).
    case within(ExactDecimal, ExactDecimal)

    /// The best class whose limit the value meets, by comparing the value as given (全数值比较).
    public func waterClass(of value: ExactDecimal) -> WaterClass {
        for candidate in WaterClass.withLimits where isMet(by: value, for: candidate) { return candidate }
        return .worseThanFive
    }

    /// Whether the value meets the limit of a class; 劣Ⅴ has no limit and is always met.
    public func isMet(by value: ExactDecimal, for waterClass: WaterClass) -> Bool {
        guard waterClass != .worseThanFive else { return true }
        return switch self {
        case .atMost(let limits): value <= limits[waterClass.rawValue - 1]
        case .atLeast(let limits): value >= limits[waterClass.rawValue - 1]
        case .within(let lower, let upper): lower <= value && value <= upper
        }
    }

    /// The largest value allowed in a class; nil for items that have a lower limit or a range, and for 劣Ⅴ.
    public func upperLimit(for waterClass: WaterClass) -> ExactDecimal? {
        guard case .atMost(let limits) = self, waterClass != .worseThanFive else { return nil }
        return limits[waterClass.rawValue - 1]
    }

    /// Whether there are five limits that never become stricter from Ⅰ to Ⅴ.
    var isUsable: Bool {
        switch self {
        case .atMost(let limits):
            limits.count == 5 && limits[0] > .zero && zip(limits, limits.dropFirst()).allSatisfy(<=)
        case .atLeast(let limits): limits.count == 5 && zip(limits, limits.dropFirst()).allSatisfy(>=)
        case .within(let lower, let upper): lower < upper
        }
    }
}
