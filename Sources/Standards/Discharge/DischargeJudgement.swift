/// The verdict on an hour with everything that led to it, for the reader who checks by hand.
public struct DischargeJudgement: Hashable, Sendable {
    /// What must be known beside the verdict.
    public enum Note: Hashable, Sendable {
        /// The mark was made after its deadline and does not count.
        case lateMark(deadline: Instant)
        /// The industry, or the industry's list, does not know the event: no exemption.
        case eventNotListed(String)
        /// The event has used more hours than it is given and is judged again.
        case eventOverrun(event: String, usedHours: Int, limitHours: Int)
        /// The limit of the event held in place of the outlet's.
        case eventCeiling(event: String, limit: ExactDecimal)
        /// The flag hints at an exceedance that the device could not measure (over range).
        case maybeExceeded(flag: String)
    }

    /// The hour as received.
    public let hour: DischargeHour
    /// The verdict.
    public let verdict: DischargeVerdict
    /// The class of the value by its flag; nil for a flag the edition does not have.
    public let validity: DischargeValidity?
    /// The value that was compared: converted to reference oxygen where the limit asks for it; nil when
    /// the value says nothing. There also where the standard has no limit for the hour.
    public let compared: Rational?
    /// The limit that held for it; nil when none was compared.
    public let bound: DischargeBound?
    /// What must be known beside it.
    public let notes: [Note]

    /// The value that takes part in the mean of the day: of every hour that was judged by the outlet's own limit, and of
    /// hours that have none of their own; nil in hours not valid, exempt or under the limit of an event.
    public var meanValue: Rational? {
        let isUnderCeiling = notes.contains { if case .eventCeiling = $0 { true } else { false } }
        return (verdict.isJudged || verdict == .notJudged(.noLimit)) && !isUnderCeiling ? compared : nil
    }
}
