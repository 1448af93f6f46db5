import Monitoring
import Registry
import Standards

/// A day in doubt in words.
enum DoubtWords {
    /// Items with their hours and reasons.
    static func summary(_ doubt: OutletDoubt, _ words: HourReviewWords) -> String {
        let items = doubt.items.map { item in
            let hours = item.hours.compactMap { $0.raw.map { $0.start.beijingHour + 1 } }
            return "\(item.limit.name) \(HourText.list(hours))"
        }
        let reasons = doubt.items.flatMap { $0.hours.compactMap(\.standing).map(words.reason) }
            .reduce(into: [String]()) { unique, text in if !unique.contains(text) { unique.append(text) } }
        return "\(items.joined(separator: "、"))存疑（\(reasons.joined(separator: "、"))）"
    }
}
