/// One hour of a quantity that is added up: an amount, a concentration or a flow.
public struct EmissionHour: Hashable, Sendable {
    /// What is known of the hour.
    public enum State: Hashable, Sendable {
        /// Measured and valid.
        case measured(Rational)
        /// The plant stood still: nothing was discharged, nothing is missing.
        case stopped
        /// Missing or invalid.
        case invalid
    }

    /// When it starts.
    public let start: Instant
    /// What is known of it.
    public let state: State

    /// Makes an hour.
    public init(start: Instant, _ state: State) {
        self.start = start
        self.state = state
    }

    /// The valid value, if there is one.
    public var value: Rational? { if case .measured(let value) = state { value } else { nil } }

    /// The effective rate `α = (hours − stopped − invalid) / (hours − stopped)`, 0 … 1 (HJ 75-2017); nil when the plant
    /// stood still in all of them.
    public static func effectiveRate(of hours: some Sequence<EmissionHour>) -> Rational? {
        var valid = 0
        var expected = 0
        for hour in hours where hour.state != .stopped {
            expected += 1
            if hour.state != .invalid { valid += 1 }
        }
        return try? Rational(numerator: valid, denominator: expected)
    }
}
