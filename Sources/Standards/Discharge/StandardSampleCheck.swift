/// One automatic check with a standard sample (标样核查): when, and whether it passed.
public struct StandardSampleCheck: Hashable, Sendable {
    /// When it ended.
    public let time: Instant
    /// Whether it passed.
    public let hasPassed: Bool

    /// Makes a check.
    public init(time: Instant, hasPassed: Bool) {
        self.time = time
        self.hasPassed = hasPassed
    }

    /// The stretches of time whose data are invalid: around every failed check from the last passed one before it to the
    /// next passed one after it (HJ 355-2019).
    ///
    /// - Parameters:
    ///   - checks: in any order.
    ///   - period: the time looked at; a failure without a passed check before or after reaches to its ends.
    public static func invalidSpans(_ checks: [StandardSampleCheck], in period: Period) -> [Period] {
        var spans: [Period] = []
        var lastPassed = period.start
        var hasFailed = false
        func close(at end: Instant) {
            let start = max(lastPassed, period.start)
            let last = min(end, period.end)
            if hasFailed, start < last { spans.append(Period(start: start, seconds: Int(start.seconds(until: last)))) }
        }
        for check in checks.sorted(by: { $0.time < $1.time }) {
            guard check.hasPassed else {
                hasFailed = true
                continue
            }
            close(at: check.time)
            lastPassed = check.time
            hasFailed = false
        }
        close(at: period.end)
        return spans
    }
}
