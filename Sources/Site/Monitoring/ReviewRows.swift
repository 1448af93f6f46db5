import Monitoring
import Registry
import Standards

/// Decisions as rows of a table: one a record, whatever it speaks of.
enum ReviewRows {
    /// Rows of decisions, newest first.
    static func rows(
        _ reviews: [HourReview], names: [String: String] = [:], values: [String: String] = [:], in context: PageContext
    ) -> [ReviewLogPage.Row] {
        let words = HourReviewWords(context.catalog)
        let bySequence = Dictionary(grouping: reviews, by: \.sequence)
        return bySequence.keys.sorted(by: >).compactMap { sequence in
            guard let all = bySequence[sequence], let first = all.first else { return nil }
            let date = first.start.beijingDate
            let hour = first.start.beijingHour + 1
            let hours = Set(all.map(\.start)).count
            return ReviewLogPage.Row(
                decidedText: Instant(milliseconds: first.decidedMilliseconds).shortMinuteText,
                station: names[first.station] ?? first.station,
                hour: hours == 1 ? "\(date.shortText) \(hour)时" : "\(date.shortText) \(hour)时起 \(hours) 个时段",
                hourHref: SiteURL.hour(hour, of: first.station, on: date).path,
                values: Self.values(of: all, hours: hours, values), decision: words.name(first),
                decisionClass: HourReviewWords.className(first.decision), reason: words.reason(first),
                reviewer: first.reviewer, sequence: String(sequence))
        }
    }

    private static func values(of reviews: [HourReview], hours: Int, _ values: [String: String]) -> String {
        let items = AirItem.allCases.filter { item in reviews.contains { $0.item == item.rawValue } }
        guard hours == 1, let first = reviews.first else {
            return items.map(\.screenName).joined(separator: "、") + "，共 \(reviews.count) 个值"
        }
        return items.map { item in
            let value = values["\(first.station)/\(first.start.secondsSince1970)/\(item.rawValue)"]
            return value.map { "\(item.screenName) \($0)" } ?? item.screenName
        }.joined(separator: "、")
    }
}
