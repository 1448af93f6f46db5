/// A moment, in whole seconds since 1970-01-01T00:00:00Z.
///
/// Civil times are always Beijing time, UTC+08:00, without daylight saving, as the standards and the national network
/// use it; no time zone data is needed.
public struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let secondsSince1970: Int64

    /// The offset of Beijing time from UTC in seconds.
    public static let beijingOffsetSeconds: Int64 = 28_800

    /// The moment `seconds` after 1970-01-01T00:00:00Z.
    public init(secondsSince1970 seconds: Int64) {
        secondsSince1970 = seconds
    }

    /// A moment by its Beijing clock; hour 24 is midnight at the end of the day.
    public init(beijing date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let timeOfDay = Int64(hour) * 3_600 + Int64(minute) * 60 + Int64(second)
        secondsSince1970 = Int64(date.daysSince1970) * 86_400 + timeOfDay - Instant.beijingOffsetSeconds
    }

    /// The day in Beijing.
    public var beijingDate: CivilDate { CivilDate(daysSince1970: Int(beijingSeconds.quotient)) }
    /// The hour on the Beijing clock, 0 … 23.
    public var beijingHour: Int { Int(beijingSeconds.remainder / 3_600) }
    /// The minute on the Beijing clock, 0 … 59.
    public var beijingMinute: Int { Int(beijingSeconds.remainder / 60 % 60) }
    /// The second on the Beijing clock, 0 … 59.
    public var beijingSecond: Int { Int(beijingSeconds.remainder % 60) }

    /// The moment `seconds` later; stops at the ends of the range instead of trapping.
    public func adding(seconds: Int) -> Instant {
        let (sum, overflow) = secondsSince1970.addingReportingOverflow(Int64(seconds))
        return Instant(secondsSince1970: overflow ? (seconds > 0 ? .max : .min) : sum)
    }

    /// The number of seconds to another moment, negative when that is earlier.
    public func seconds(until other: Instant) -> Int64 {
        let (difference, overflow) = other.secondsSince1970.subtractingReportingOverflow(secondsSince1970)
        return overflow ? (other > self ? .max : .min) : difference
    }

    /// Order by time.
    public static func < (left: Instant, right: Instant) -> Bool { left.secondsSince1970 < right.secondsSince1970 }

    /// Whole days and seconds of the day on the Beijing clock, both floored.
    private var beijingSeconds: (quotient: Int64, remainder: Int64) {
        let shifted = secondsSince1970.addingReportingOverflow(Instant.beijingOffsetSeconds)
        let (days, rest) = (shifted.overflow ? .max : shifted.partialValue).quotientAndRemainder(dividingBy: 86_400)
        return rest < 0 ? (days - 1, rest + 86_400) : (days, rest)
    }
}
