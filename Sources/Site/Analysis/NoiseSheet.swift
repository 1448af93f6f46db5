import Catalog
import Documents
import Monitoring
import Registry
import Standards

/// 噪声面板: days and nights of the month by zone and point, and the twenty-four hours of a point.
struct NoiseSheet {
    static func sheet(_ query: AnalysisQuery, in context: PageContext) throws -> (AnalysisSheet, [(String, String?)]) {
        let month = (query.month ?? context.yesterday).firstOfMonth
        let points = try RegistryStore.objects(.noise, in: context.connection)
        let panel = try NoisePanel(
            points, month: month, last: context.yesterday, catalog: context.catalog, in: context.connection)
        let chosen =
            panel.points.first { $0.object.id == query.object } ?? panel.points.first { $0.hasData }
            ?? panel.points.first
        var sheet = AnalysisSheet(
            sub: "\(month.year)年\(month.month)月", fields: [RiverSheet.monthField(month), pointField(panel, chosen)])
        sheet.facts = [
            LabelledText(
                label: "判定标准", value: RuleName.short(panel.standard.title), href: SiteURL.rule(panel.standard.id).path),
            LabelledText(label: "昼夜划分", value: panel.periods.title, href: SiteURL.rule(panel.periods.id).path),
            LabelledText(label: "统计规定", value: panel.rule.title, href: SiteURL.rule(panel.rule.id).path),
            LabelledText(label: "状态", value: PageFrame.unreviewed, href: nil),
        ]
        sheet.parts = [zones(panel), levels(panel), course(chosen)]
        return (sheet, [("month", month.monthText), ("object", chosen?.object.id)])
    }

    private static func pointField(_ panel: NoisePanel, _ chosen: NoisePanel.Point?) -> AnalysisPage.Field {
        AnalysisPage.Field(
            name: "object", label: "点位",
            choices: panel.points.map {
                ReviewForm.Choice(
                    value: $0.object.id, label: $0.object.name, isChosen: $0.object.id == chosen?.object.id)
            }, type: nil, value: chosen?.object.id ?? "")
    }

    private static func zones(_ panel: NoisePanel) -> AnalysisSheet.Part {
        var part = AnalysisSheet.Part(id: "zones", title: "各类声功能区达标率")
        guard panel.zones.contains(where: { $0.day.total + $0.night.total > 0 }) else {
            part.emptyReason =
                panel.points.isEmpty
                ? "没有登记噪声点位。登记点位和声功能区类别并接入小时值后，这里给出昼夜达标率。" : "这个月没有有效的昼间或夜间等效声级，不绘图。"
            return part
        }
        let decimals = panel.rule.rateDecimals
        func rate(_ tally: NoiseAttainment) -> String {
            ((try? tally.rate(decimals: decimals)) ?? nil)?.description ?? "—"
        }
        let names = panel.zones.map { "\($0.zone.rawValue) 类" }
        part.drawing = Chart(
            .bars, title: part.title, unit: "%", labels: names,
            series: [
                ChartSeries("昼间", panel.zones.map { ChartValue(rate($0.day)) }),
                ChartSeries("夜间", panel.zones.map { ChartValue(rate($0.night)) }),
            ], width: 900, height: 240
        ).drawing()
        part.caption = "达标点次占有效点次的比例"
        part.table = AnalysisPage.Table(
            caption: part.title,
            heads: ["功能区", "点位", "昼间限值", "昼间达标/有效", "昼间达标率（%）", "夜间限值", "夜间达标/有效", "夜间达标率（%）"],
            rows: panel.zones.map { zone in
                let limit = panel.standard.limits[zone.zone]
                return AnalysisPage.Row(
                    label: "\(zone.zone.rawValue) 类", href: nil,
                    cells: [
                        String(zone.points), limit?[.day].description ?? "—", "\(zone.day.met)/\(zone.day.total)",
                        rate(zone.day), limit?[.night].description ?? "—", "\(zone.night.met)/\(zone.night.total)",
                        rate(zone.night),
                    ])
            })
        part.notes = ["每个点位每天的昼间、每夜的夜间各为一个点次；22 时以后的夜间属于它开始的那一天。"]
        return part
    }

    private static func levels(_ panel: NoisePanel) -> AnalysisSheet.Part {
        var part = AnalysisSheet.Part(id: "levels", title: "各点位昼夜等效声级")
        let rows = panel.points.flatMap { point in
            point.levels.filter { $0.level.validCount > 0 }.map { level in
                AnalysisPage.Row(
                    label: point.object.name, href: nil,
                    cells: [
                        level.date.shortText, level.period == .day ? "昼间" : "夜间", point.zone?.rawValue ?? "—",
                        level.level.level?.description ?? "—", "\(level.level.validCount)/\(level.level.expectedCount)",
                        level.isMet.map { $0 ? "达标" : "超标" } ?? (level.level.isValid ? "无限值" : "小时不足，不评价"),
                    ])
            }
        }
        guard !rows.isEmpty else {
            part.emptyReason = "这个月没有收到噪声小时值。"
            return part
        }
        part.table = AnalysisPage.Table(
            caption: part.title, heads: ["点位", "日期", "时段", "功能区", "Leq dB(A)", "有效/应有小时", "结论"], rows: rows)
        return part
    }

    private static func course(_ point: NoisePanel.Point?) -> AnalysisSheet.Part {
        var part = AnalysisSheet.Part(id: "course", title: "24 小时变化")
        guard let point, !point.hours.isEmpty else {
            part.emptyReason = "这个月没有收到噪声小时值，不绘图。"
            return part
        }
        part = AnalysisSheet.Part(id: "course", title: "24 小时变化　\(point.object.name)")
        let items = NoisePanel.items.filter { point.hours[$0] != nil }
        let texts = items.map { item in (point.hours[item] ?? []).map { $0?.description ?? "—" } }
        part.drawing = Chart(
            .line, title: part.title, unit: "dB(A)", labels: (1...24).map { "\($0)时" },
            series: items.indices.map { ChartSeries(items[$0], texts[$0].map { ChartValue($0) }) }, width: 900,
            height: 260
        ).drawing()
        part.caption = "本月各小时；断开处没有值"
        part.table = AnalysisPage.Table(
            caption: part.title, heads: ["时刻"] + items,
            rows: (0..<24).map { hour in
                AnalysisPage.Row(label: "\(hour + 1)时", href: nil, cells: items.indices.map { texts[$0][hour] })
            })
        part.notes = ["Leq 为能量平均，L10、L50、L90 为各日同一小时的算术平均。"]
        return part
    }
}
