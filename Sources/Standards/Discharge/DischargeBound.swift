/// A limit of an emission standard or permit.
public enum DischargeBound: Hashable, Sendable {
    /// Met at or below the limit.
    case atMost(ExactDecimal)
    /// Met inside the range, both ends included (pH, residual chlorine in the contact tank).
    case within(ExactDecimal, ExactDecimal)

    /// Whether a value meets the limit, compared as it is (全数值比较).
    public func isMet(by value: Rational) -> Bool {
        switch self {
        case .atMost(let limit): value <= limit.rational
        case .within(let lower, let upper): lower.rational <= value && value <= upper.rational
        }
    }

    /// By how many times a value is above the limit, exact; nil when it is not, and for ranges, which have no multiple.
    public func multiple(of value: Rational) -> Rational? {
        guard case .atMost(let limit) = self else { return nil }
        return (try? ExceedanceMultiple.exact(value, over: limit.rational)) ?? nil
    }

    /// Whether the limit can be used: above zero, or a range in order.
    var isUsable: Bool {
        switch self {
        case .atMost(let limit): limit > .zero
        case .within(let lower, let upper): lower < upper
        }
    }
}
