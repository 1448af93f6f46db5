import Monitoring
import Registry
import Standards

/// Decisions as rows of a table: one a record, whatever items it names.
enum ReviewRows {
    /// Rows of decisions, newest first.
    static func rows(
        _ reviews: [HourReview], names: [String: String] = [:], values: [String: String] = [:], in context: PageContext
    ) -> [ReviewLogPage.Row] {
        let bySequence = Dictionary(grouping: reviews, by: \.sequence)
        return bySequence.keys.sorted(by: >).compactMap { sequence in
            guard let all = bySequence[sequence], let first = all.first else { return nil }
            let date = first.start.beijingDate
            let hour = first.start.beijingHour + 1
            let items = AirItem.allCases.filter { item in all.contains { $0.item == item.rawValue } }
            return ReviewLogPage.Row(
                decidedText: Instant(milliseconds: first.decidedMilliseconds).shortMinuteText,
                station: names[first.station] ?? first.station, hour: "\(date.shortText) \(hour)时",
                hourHref: SiteURL.hour(hour, of: first.station, on: date).path,
                values: items.map { item in
                    let value = values["\(first.station)/\(first.start.secondsSince1970)/\(item.rawValue)"]
                    return value.map { "\(item.screenName) \($0)" } ?? item.screenName
                }.joined(separator: "、"), decision: first.decision == .doubted ? "存疑" : "认可",
                decisionClass: first.decision == .doubted ? "doubted" : "kept", reason: reason(first),
                reviewer: first.reviewer, sequence: String(sequence))
        }
    }

    /// A decision in one line: 存疑：数值突变…（张三）.
    static func words(_ review: HourReview) -> String {
        let name = review.decision == .doubted ? "存疑" : "认可"
        let reason = reason(review)
        return reason == "—" ? "\(name)（\(review.reviewer)）" : "\(name)：\(reason)（\(review.reviewer)）"
    }

    private static func reason(_ review: HourReview) -> String {
        let parts = [review.reason.isEmpty ? "" : ReviewReason.label(review.reason), review.note].filter { !$0.isEmpty }
        return parts.isEmpty ? "—" : parts.joined(separator: "；")
    }
}
