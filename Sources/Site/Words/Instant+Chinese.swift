import Standards

extension Instant {
    /// From milliseconds since 1970-01-01T00:00:00Z, without their fraction.
    init(milliseconds: Int64) { self.init(secondsSince1970: milliseconds / 1000) }

    /// `2026-11-22 08:00`.
    var minuteText: String { "\(beijingDate) \(Self.two(beijingHour)):\(Self.two(beijingMinute))" }

    /// `11-22 08:00`.
    var shortMinuteText: String { String(minuteText.dropFirst(5)) }

    /// `2026-11-22 08:00:07`.
    var secondText: String { "\(minuteText):\(Self.two(beijingSecond))" }

    /// `11-22 08:00:07`.
    var shortSecondText: String { String(secondText.dropFirst(5)) }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
