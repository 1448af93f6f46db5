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
        var percent: ExactDecimal?
        if let from = before.verdict?.index, let to = row.verdict?.index {
            percent = try? CityWaterIndexRule.change(from: from, to: to).rounded(decimals: rules.index.changeDecimals)
        }
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
}
