package import Standards

/// Which part of the past comes as history files and which the devices deliver themselves, for a demo that starts at a
/// moment.
package struct DemoTimeline: Hashable, Sendable {
    /// Days before today that the devices deliver after connecting.
    private static let deviceDays = 3
    /// Seconds after midnight at which every device has been answered for the day before: the slowest is 5 min late.
    private static let settledSeconds = 600

    /// The day on which the demo plays; the incidents of `DemoScript` lie on the day before.
    package let today: CivilDate
    /// First moment of the history files: 1 January of last year.
    package let historyStart: Instant
    /// End of the history files, not included: midnight three days ago.
    package let historyEnd: Instant
    /// What the devices had to send up to here is in the history files.
    package let answeredThrough: Instant

    package init(now: Instant) {
        today = now.beijingDate
        historyStart = Instant(beijing: today.firstOfYear.adding(days: -1).firstOfYear)
        historyEnd = Instant(beijing: today.adding(days: -Self.deviceDays))
        answeredThrough = historyEnd.adding(seconds: Self.settledSeconds)
    }
}
