/// A stretch of time: its first moment and its length.
///
/// Data labelled by the end of the hour (national feeds) are converted once, at the edge, with `hour(endingAt:)`. The
/// rule of the day is that of `start.beijingDate`.
public struct Period: Hashable, Sendable, Codable {
    /// The first moment that belongs to the period.
    public let start: Instant
    /// The length in seconds.
    public let seconds: Int

    /// Makes a period from its start and length in seconds.
    public init(start: Instant, seconds: Int) {
        self.start = start
        self.seconds = seconds
    }

    /// The first moment after the period.
    public var end: Instant { start.adding(seconds: seconds) }

    /// The hour that begins at a moment.
    public static func hour(startingAt start: Instant) -> Period { Period(start: start, seconds: 3_600) }

    /// The hour that ends at a moment, as the national feeds label it.
    public static func hour(endingAt end: Instant) -> Period { hour(startingAt: end.adding(seconds: -3_600)) }

    /// A day in Beijing.
    public static func day(_ date: CivilDate) -> Period { Period(start: Instant(beijing: date), seconds: 86_400) }

    /// A month in Beijing, given by any of its days.
    public static func month(of date: CivilDate) -> Period {
        Period(start: Instant(beijing: date.firstOfMonth), seconds: date.daysInMonth * 86_400)
    }

    /// Whether a moment lies in the period; the end does not.
    public func contains(_ moment: Instant) -> Bool { moment >= start && moment < end }
}
