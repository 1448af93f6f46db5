import Casework
import Catalog
import Documents
import Monitoring
import Standards

/// 时间变化: means by hour of the day, day of the week and month, with intervals and numbers of values.
struct TimeVariationSheet {
    private static let days = 365
    private static let kinds: [(TimeVariation.DayKind, String)] = [
        (.workday, "工作日"), (.weekend, "周末"), (.holiday, "节假日"),
    ]

    static func sheet(_ query: AnalysisQuery, in context: PageContext) throws -> (AnalysisSheet, [(String, String?)]) {
        guard let place = try AnalysisStation(query, days: days, in: context) else {
            return (AnalysisSheet(sub: "没有登记空气站。登记站点并接入小时值后，这里显示浓度的时间变化。"), [])
        }
        let calendar = try WorkCalendar(context.catalog)
        let decimals = AnalysisStation.decimals(of: place.item)
        let hours = try place.hours(place.item.rawValue, in: context)
        let variation = TimeVariation(hours, rule: place.rule, decimals: decimals) { date in
            if calendar.isHoliday(date) { return .holiday }
            return calendar.isWorkday(date) ? .workday : .weekend
        }
        var sheet = AnalysisSheet(sub: place.sub, fields: place.fields)
        sheet.state = try DataState(airUntil: place.to, in: context)
        sheet.facts = [
            place.completeness(variation.hourCount, in: context),
            LabelledText(label: "有日均的天数", value: "\(variation.dayCount)", href: nil), place.ruleFact,
        ]
        let unit = place.item.screenUnit
        let note = "竖线两端为均值的 95% 区间（均值 ± 1.96·s/√n）；不足 \(place.rule.intervalLeast) 个值不给区间。"
        sheet.parts = [
            part(
                "hours", "一天各小时", variation.hours, (1...24).map { "\($0)时" }, unit, decimals,
                [note + "n 为该小时有值的天数；时刻为小时的末端，北京时间。"]),
            kindPart(variation, unit, decimals),
            part(
                "weekdays", "一周各日", variation.weekdays, ["周一", "周二", "周三", "周四", "周五", "周六", "周日", "节假日"], unit,
                decimals, [note + "按日均值统计（一日至少 \(place.rule.dayHours) 个小时值），n 为天数；国务院办公厅放假日（含其中的周末）单列。"]),
            part(
                "months", "一年各月", variation.months, (1...12).map { "\($0)月" }, unit, decimals,
                [note + "按日均值统计，n 为天数；跨年的时段把各年同月放在一起。"]),
        ]
        return (sheet, place.query)
    }

    private static func part(
        _ id: String, _ title: String, _ groups: [TimeVariation.Group], _ labels: [String], _ unit: String,
        _ decimals: Int, _ notes: [String]
    ) -> AnalysisSheet.Part {
        var part = AnalysisSheet.Part(id: id, title: title)
        guard groups.contains(where: { $0.count > 0 }) else {
            part.emptyReason = "这段时间没有有效值，不绘图。"
            return part
        }
        let rows = zip(groups, labels).map { group, label -> (label: String, texts: [String]) in
            let mean = group.mean.flatMap { try? $0.rounded(decimals: decimals) }
            let ends = group.halfWidth.flatMap { half in
                mean.flatMap { mean in (try? mean - half).flatMap { low in (try? mean + half).map { (low, $0) } } }
            }
            return (
                label,
                [
                    mean?.description ?? "—", ends?.0.description ?? "—", ends?.1.description ?? "—",
                    String(group.count),
                ]
            )
        }
        let column = { (place: Int) in rows.map { ChartValue($0.texts[place]) } }
        part.drawing = Chart(
            .line, title: title, unit: unit, labels: labels,
            series: [
                ChartSeries("均值", column(0)), ChartSeries("95% 下限", column(1)), ChartSeries("95% 上限", column(2)),
            ], width: 900, height: 260
        ).drawing()
        part.caption = "均值与 95% 区间，单位 \(unit)；断开处没有值"
        part.table = AnalysisPage.Table(
            caption: title, heads: ["", "均值（\(unit)）", "95% 下限", "95% 上限", "n"],
            rows: rows.map { AnalysisPage.Row(label: $0.label, href: nil, cells: $0.texts) })
        part.notes = notes
        return part
    }

    private static func kindPart(_ variation: TimeVariation, _ unit: String, _ decimals: Int) -> AnalysisSheet.Part {
        var part = AnalysisSheet.Part(id: "kinds", title: "工作日、周末与节假日")
        let present = kinds.filter { variation.hoursByKind[$0.0] != nil }
        guard !present.isEmpty else {
            part.emptyReason = "这段时间没有有效值，不绘图。"
            return part
        }
        let texts = present.map { kind, _ in
            (variation.hoursByKind[kind] ?? []).map {
                $0.mean.flatMap { try? $0.rounded(decimals: decimals) }?.description ?? "—"
            }
        }
        part.drawing = Chart(
            .line, title: part.title, unit: unit, labels: (1...24).map { "\($0)时" },
            series: present.indices.map { ChartSeries(present[$0].1, texts[$0].map { ChartValue($0) }) }, width: 900,
            height: 260
        ).drawing()
        part.caption = "各小时均值，单位 \(unit)"
        part.table = AnalysisPage.Table(
            caption: part.title, heads: ["时刻"] + present.flatMap { [$0.1, "n"] },
            rows: (0..<24).map { hour in
                AnalysisPage.Row(
                    label: "\(hour + 1)时", href: nil,
                    cells: present.indices.flatMap { kind in
                        [texts[kind][hour], String(variation.hoursByKind[present[kind].0]?[hour].count ?? 0)]
                    })
            })
        part.notes = ["调休上班的周末计入工作日；放假日按国务院办公厅通知。"]
        return part
    }
}
