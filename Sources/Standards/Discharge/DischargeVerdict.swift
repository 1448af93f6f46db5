/// What came of judging one mean of an outlet.
public enum DischargeVerdict: Hashable, Sendable {
    /// Why a value says nothing about meeting its limit.
    public enum Reason: Hashable, Sendable {
        /// The outlet's device had not been accepted yet.
        case beforeAcceptance
        /// The flag of the device; what it makes of the value.
        case flag(String, DischargeValidity)
        /// A flag the edition does not have.
        case unknownFlag(String)
        /// The enterprise marked 自动监测异常 in time.
        case deviceMark
        /// The enterprise marked in time that the plant stood still (停运).
        case standstill
        /// No value came.
        case missing
        /// The value is below zero.
        case negative
        /// Waste water did not flow, so that its concentration is none.
        case noFlow
        /// Too few valid minutes in the hour.
        case tooFewMinutes(Int, needed: Int)
        /// The limit holds at reference oxygen and no oxygen was measured.
        case noOxygen
        /// The oxygen measured is nearly that of air, or impossible.
        case oxygenOutOfRange(ExactDecimal)
        /// The standard has no limit for the item.
        case noLimit
        /// Too few judged hours in the day.
        case tooFewHours(Int, needed: Int)
    }

    /// Not judged, and why.
    case notJudged(Reason)
    /// Inside the time of a marked event: `usedHours` of it, this one included, of the `limitHours` the rule gives.
    case exempt(event: String, usedHours: Int, limitHours: Int)
    /// At or inside the limit.
    case met
    /// Beyond the limit, by this multiple; nil where the limit is a range.
    case exceeded(multiple: Rational?)

    /// Whether the value was compared with a limit.
    public var isJudged: Bool {
        switch self {
        case .met, .exceeded: true
        case .notJudged, .exempt: false
        }
    }

    /// Whether the value is beyond its limit.
    public var isExceeded: Bool { if case .exceeded = self { true } else { false } }

    /// Compares a value with a limit.
    public static func comparing(_ value: Rational, with bound: DischargeBound) -> DischargeVerdict {
        bound.isMet(by: value) ? .met : .exceeded(multiple: bound.multiple(of: value))
    }
}
