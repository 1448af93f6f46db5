import Documents
import Standards

/// The change of an area's index against an earlier period.
struct WaterRankChange {
    /// The earlier index as published.
    let earlier: ExactDecimal?
    /// ΔCWQI in percent as published, of the unrounded indices; below zero is better.
    let percent: ExactDecimal?
    let notes: [String]

    init(_ row: WaterRankRow, since area: WaterRankArea?, _ rules: WaterRankRules) {
        guard let area else {
            earlier = nil
            percent = nil
            notes = ["上期没有该区域的数据，不参加变化排名"]
            return
        }
        let before = WaterRankRow(area, rules)
        earlier = before.index
        let percent = Self.percent(from: before, to: row, rules)
        self.percent = percent
        var notes: [String] = []
        if percent == nil { notes.append("两期指数不全，不参加变化排名") }
        func missing(_ row: WaterRankRow) -> [[WaterItem]?] {
            WaterBodyKind.allCases.map { row.verdict?.parts[$0]?.missing }
        }
        func counts(_ area: WaterRankArea) -> [Int] { WaterBodyKind.allCases.map(area.count) }
        if missing(before) != missing(row) { notes.append("两期参评项目不一致") }
        if counts(area) != counts(row.area) { notes.append("两期断面（点位）数不一致") }
        self.notes = notes
    }

    /// Writes the earlier index and the change.
    func write(into writer: inout CSVWriter) {
        writer.field(earlier.map { "\($0)" } ?? "")
        writer.field(percent.map { "\($0)" } ?? "")
    }

    /// ΔCWQI, rounded with proof; nil when one of the indices is lacking.
    private static func percent(from: WaterRankRow, to: WaterRankRow, _ rules: WaterRankRules) -> ExactDecimal? {
        guard from.index != nil, to.index != nil else { return nil }
        for decimals in WaterRankRow.acidityDecimals {
            guard let earlier = try? from.area.evaluate(rules, acidityDecimals: decimals), let first = earlier.index,
                let later = try? to.area.evaluate(rules, acidityDecimals: decimals), let last = later.index,
                let low = percent(first + earlier.error, last - later.error, rules),
                let high = percent(first - earlier.error, last + later.error, rules)
            else { return nil }
            if low == high { return low }
        }
        return nil
    }

    private static func percent(_ from: Rational, _ to: Rational, _ rules: WaterRankRules) -> ExactDecimal? {
        try? CityWaterIndexRule.change(from: from, to: to).rounded(decimals: rules.index.changeDecimals)
    }
}
