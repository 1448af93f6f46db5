import Documents
import Monitoring
import Registry
import Standards

/// 河道概化图: each river as a line with its sections, and what leaves the district against what came in.
struct RiverSheet {
    /// Rivers on one page.
    private static let greatestRivers = 20

    static func sheet(_ query: AnalysisQuery, in context: PageContext) throws -> (AnalysisSheet, [(String, String?)]) {
        let month = try query.month?.firstOfMonth ?? WaterMonthSheet.defaultMonth(on: context.today, in: context)
        let water = try WaterMonthSheet(month, in: context)
        let conditions = try WaterStore.conditions(month: month, in: context.connection)
        var sheet = AnalysisSheet(sub: "\(month.year)年\(month.month)月", fields: [monthField(month)])
        sheet.state = try DataState(water: month, sections: water.sections, in: context)
        let rivers = RiverLine.rivers(of: water.sections)
        let months = Dictionary(
            water.sections.compactMap { section in water.value(of: section.id).map { (section.id, $0) } }
        ) { $1 }
        if rivers.isEmpty {
            sheet.parts = [
                AnalysisSheet.Part(
                    id: "rivers", title: "河道", emptyReason: "没有登记河流断面。登记断面的水体、次序或沿河里程后，这里绘出河道。")
            ]
        }
        for (place, river) in rivers.prefix(greatestRivers).enumerated() {
            sheet.parts.append(line(river, place, water, conditions))
            if let ratios = self.ratios(river, place, months, water) { sheet.parts.append(ratios) }
        }
        if rivers.count > greatestRivers {
            sheet.facts = [LabelledText(label: "未列出", value: "另有 \(rivers.count - greatestRivers) 条河", href: nil)]
        }
        return (sheet, [("month", month.monthText)])
    }

    static func monthField(_ month: CivilDate) -> AnalysisPage.Field {
        AnalysisPage.Field(name: "month", label: "月份", choices: [], type: "month", value: month.monthText)
    }

    private static func line(
        _ river: RiverLine, _ place: Int, _ water: WaterMonthSheet,
        _ conditions: [String: (condition: String, note: String)]
    ) -> AnalysisSheet.Part {
        var part = AnalysisSheet.Part(id: "river\(place + 1)", title: river.name)
        let rows = river.sections.map { water.row(of: $0.object) }
        let positions = self.positions(of: river)
        let nodes = zip(river.sections, rows).enumerated().map { index, pair -> RiverDiagram.Node in
            let (section, row) = pair
            let isDry = conditions[section.object.id]?.condition == "dry" && row.monthTone == "wdry"
            return RiverDiagram.Node(
                position: positions[index], name: section.object.name,
                state: "\(row.monthClass) / 目标\(row.targetClass)",
                place: section.kilometre.map { "\($0) km" } ?? "", fill: colours[row.monthTone],
                ring: colours[row.targetTone], isDry: isDry, border: section.border?.rawValue, href: row.href)
        }
        let states = nodes.map { "\($0.name)\($0.state)" }.joined(separator: "，")
        part.drawing = RiverDiagram(
            title: river.name, nodes: nodes,
            ticks: river.isToScale ? ticks(of: river) : [], summary: "\(river.name)自上而下：\(states)。"
        ).drawing()
        part.caption = "内圆为当月类别，外环为目标类别；方形为断流，空心“缺”为未监测"
        part.table = AnalysisPage.Table(
            caption: river.name, heads: ["断面", "里程（km）", "出入境", "类别", "目标", "结论", "主要污染指标"],
            rows: zip(river.sections, rows).map { section, row in
                AnalysisPage.Row(
                    label: row.section, href: row.href,
                    cells: [
                        section.kilometre?.description ?? "—", section.border?.rawValue ?? "—", row.monthClass,
                        row.targetClass, row.verdict, row.pollutants,
                    ])
            })
        part.notes = [
            river.isToScale ? "按登记的沿河里程成比例绘制。" : "没有登记全部断面的沿河里程，按登记次序等距绘制，不反映距离。",
            "没有流量数据，线宽不表示通量；支流与排污口没有沿河里程，未绘出。",
        ]
        return part
    }

    /// Shares of the line; equal steps where it is not to scale.
    private static func positions(of river: RiverLine) -> [Double] {
        let count = river.sections.count
        if river.isToScale {
            let places = river.sections.map { $0.kilometre.flatMap { Double($0.description) } ?? 0 }
            if let first = places.first, let last = places.last, last > first {
                return places.map { ($0 - first) / (last - first) }
            }
        }
        return (0..<count).map { count == 1 ? 0.5 : Double($0) / Double(count - 1) }
    }

    private static func ticks(of river: RiverLine) -> [(position: Double, label: String)] {
        let places = river.sections.map { $0.kilometre.flatMap { Double($0.description) } ?? 0 }
        guard let first = places.first, let last = places.last, last > first else { return [] }
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500].first { (last - first) / $0 <= 8 } ?? 1_000
        let start = Int((first / step).rounded(.up))
        let end = max(start, Int((last / step).rounded(.down)))
        return (start...end).map { number in
            let kilometre = Double(number) * step
            return ((kilometre - first) / (last - first), "\(Int(kilometre)) km")
        }
    }

    private static func ratios(
        _ river: RiverLine, _ place: Int, _ months: [String: WaterSectionMonth], _ water: WaterMonthSheet
    ) -> AnalysisSheet.Part? {
        let borders = Set(river.sections.compactMap(\.border))
        guard borders.count == 2 else { return nil }
        var part = AnalysisSheet.Part(id: "ratio\(place + 1)", title: "\(river.name)出境与入境之比")
        guard let ratios = river.ratios(months), !ratios.isEmpty else {
            part.emptyReason = "入境、出境断面这个月没有都有月均值的指标，或一侧不止一个断面，不作比较。"
            return part
        }
        let rule = water.rule
        part.drawing = Chart(
            .bars, title: part.title, unit: "倍", labels: ratios.map { rule.standard.name(of: $0.item) },
            series: [ChartSeries("出境/入境", ratios.map { $0.ratio.flatMap { ChartValue($0.text(decimals: 2)) } })],
            limits: ChartValue("1").map { [ChartLimit($0, label: "持平")] } ?? [], width: 900, height: 240
        ).drawing()
        part.caption = "大于 1：出境浓度高于入境"
        part.table = AnalysisPage.Table(
            caption: part.title, heads: ["指标", "入境月均（mg/L）", "出境月均（mg/L）", "出境/入境"],
            rows: ratios.map { ratio in
                AnalysisPage.Row(
                    label: rule.standard.name(of: ratio.item), href: nil,
                    cells: [
                        ratio.inflow.text(decimals: 4), ratio.outflow.text(decimals: 4),
                        ratio.ratio?.text(decimals: 2) ?? "—",
                    ])
            })
        part.notes = ["浓度之比，不是通量之比；以未修约的月均值相除。溶解氧越高越好，比值小于 1 为变差。"]
        return part
    }

    private static let colours = [
        "w1": "#2B8BE6", "w2": "#2B8BE6", "w3": "#2A9A4B", "w4": "#E3BD00", "w5": "#F0801A", "w6": "#D61F1F",
    ]
}
