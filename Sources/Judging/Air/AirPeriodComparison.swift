import Catalog
import Documents
import Standards

/// The figures of a period beside those of an earlier one, which is evaluated anew by the same rules (同一口径).
struct AirPeriodComparison {
    let before: AirPeriod
    let earlier: AirPeriodFigures
    /// The composite index of the earlier period by the rules that held then; nil where there were none.
    let ownIndex: ExactDecimal?
    private let now: AirPeriodFigures

    init(_ now: AirPeriodFigures, before: AirPeriod, earlier: AirPeriodFigures, ownIndex: ExactDecimal?) {
        self.now = now
        self.before = before
        self.earlier = earlier
        self.ownIndex = ownIndex
    }

    /// The columns this fills.
    static let columns: [String] = {
        var columns = ["before"]
        for item in AirPeriodTable.itemNames { columns += ["\(item)_before", "\(item)_change"] }
        columns += ["good_days_before", "good_days_change", "good_rate_before", "good_rate_change"]
        return columns + ["index_before", "index_change", "index_before_own", "comparison"]
    }()

    func write(into writer: inout CSVWriter) throws {
        let rule = now.rules.comparison
        var words: [String] = []
        writer.field(before.description)
        for item in AirItem.allCases {
            let (own, its) = (try now.representative(item), try earlier.representative(item))
            writer.field(its?.description ?? "")
            let found = try Self.compared(its, own, rule.change)
            writer.field(found?.percent?.description ?? "")
            if let found { words.append(Self.sentence(item.displayName, found, rule)) }
        }
        let isComparable = now.count.valid > 0 && earlier.count.valid > 0
        let days = try rule.difference(from: ExactDecimal(earlier.count.good), to: ExactDecimal(now.count.good))
        writer.field("\(earlier.count.good)")
        writer.field(isComparable ? days.difference.description : "")
        if isComparable { words.append(Self.sentence("优良天数", days, rule, unit: "天")) }
        let rate = try Self.compared(earlier.goodRate(), now.goodRate(), rule.difference)
        writer.field(try earlier.goodRate()?.description ?? "")
        writer.field(rate?.difference.description ?? "")
        if let rate { words.append(Self.sentence("优良天数比例", rate, rule, unit: "个百分点")) }
        let index = try Self.compared(earlier.composite.published, now.composite.published, rule.change)
        writer.field(earlier.composite.published?.description ?? "")
        writer.field(index?.percent?.description ?? "")
        writer.field(ownIndex?.description ?? "")
        if let index { words.append(Self.sentence("综合指数", index, rule)) }
        writer.field(words.joined(separator: ";"))
    }

    private static func compared(
        _ before: ExactDecimal?, _ now: ExactDecimal?,
        _ compare: (ExactDecimal, ExactDecimal) throws(StandardsError) -> Comparison
    ) throws(StandardsError) -> Comparison? {
        guard let before, let now else { return nil }
        return try compare(before, now)
    }

    /// `PM2.5 下降 8.0%`, `优良天数 上升 3 天`, `SO2 持平`.
    private static func sentence(
        _ name: String, _ found: Comparison, _ rule: ComparisonRule, unit: String? = nil
    ) -> String {
        let word = rule.words[found.direction] ?? ""
        guard found.direction != .equal else { return "\(name) \(word)" }
        if let unit { return "\(name) \(word) \(magnitude(found.difference)) \(unit)" }
        return found.percent.map { "\(name) \(word) \(magnitude($0))%" } ?? "\(name) \(word)"
    }

    private static func magnitude(_ value: ExactDecimal) -> String {
        let text = value.description
        return text.hasPrefix("-") ? String(text.dropFirst()) : text
    }
}
