import Standards

@testable import Monitoring

/// Series written as words: `1 2.5 - 4@M 5L` are five hours from midnight on, the third without a value, the fourth marked,
/// the fifth a detection limit that was not reached.
enum CheckFixture {
    static let start = Instant(beijing: CivilDate("2026-06-01") ?? .first)
    static let always = Instant(secondsSince1970: 0)..<Instant(secondsSince1970: 4_000_000_000)

    static func series(
        _ words: String, station: String = "S1", kind: String = "station", item: String = "pm25", group: String = "",
        seconds: Int = 3_600, from: Instant = start
    ) -> CheckSeries {
        let points = words.split(separator: " ").enumerated().map { index, word in
            let parts = word.split(separator: "@", omittingEmptySubsequences: false)
            return CheckSeries.Point(
                start: from.adding(seconds: index * seconds),
                value: ExactDecimal(parts[0].replacing("L", with: "")), flag: parts.count > 1 ? String(parts[1]) : "",
                isBelowDetection: parts[0].hasSuffix("L"))
        }
        return CheckSeries(
            station: station, kind: kind, item: item, seconds: seconds, group: group, points: points)
    }

    static func found(
        _ test: CheckTest, _ kind: CheckKind, of series: CheckSeries, among others: [CheckSeries] = [],
        due: Range<Instant>? = nil, drifts: [CheckDrift] = [], marks: [CheckMark] = [], judged: Range<Instant> = always
    ) -> [CheckFinding] {
        CheckEngine.findings(
            test, of: series, in: CheckField([series] + others, due: due, drifts: drifts, marks: marks),
            as: CheckReference(id: "test", title: "试", version: .first, kind: kind), judged: judged)
    }

    /// The hours found, counted from midnight, with their grade: `3s` or `5-8f`.
    static func hours(_ findings: [CheckFinding]) -> [String] {
        findings.map { finding in
            let first = start.seconds(until: finding.span.start) / 3_600
            let last = start.seconds(until: finding.span.end) / 3_600 - 1
            return (first == last ? "\(first)" : "\(first)-\(last)") + (finding.grade == .fail ? "f" : "s")
        }
    }
}
