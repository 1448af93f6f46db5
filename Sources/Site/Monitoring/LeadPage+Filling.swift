import Documents
import Monitoring
import Standards

extension LeadPage {
    private static let chartSize = (width: 1_100, height: 240)

    /// The lead of an outlet's day.
    init(_ outlet: String, on date: CivilDate, in context: PageContext) throws {
        let sheet = try LeadSheet(outlet, on: date, in: context)
        let units = Set(sheet.lead.items.map { ScreenText.unit($0.limit.unit) }).sorted()
        let isMixed = sheet.lead.items.count > 1
        self.init(
            frame: PageFrame(
                sheet.words.number, in: context, at: .leads, state: LeadWords.state, needsCharts: true),
            leadTitle: "\(sheet.words.outletName) \(sheet.words.itemNames)小时均值超标", number: sheet.words.number,
            facts: sheet.facts, state: Self.state(sheet, in: context), chart: Self.chart(sheet),
            unit: units.joined(separator: "、"),
            hours: sheet.rows.map { row in
                Hour(
                    label: isMixed ? "\(row.label) \(row.limit.name)" : row.label, value: row.measured,
                    converted: row.converted, limit: LeadWords.limit(row.limit), multiple: row.multiple,
                    explainHref: row.hour.judged?.value.map { _ in
                        SiteURL.explanation(ofOutlet: outlet, on: date, hour: row.hour.number, item: row.limit.item)
                            .path
                    }, deviceFlag: row.flag, enterpriseMark: sheet.enterpriseMark(row),
                    href: row.evidence?.path ?? SiteURL.devices.path,
                    isOver: row.hour.isOver)
            }, docxHref: SiteURL.leadDocx(outlet, on: date).path, caveats: LeadSheet.caveats)
    }

    static func state(_ sheet: LeadSheet, in context: PageContext) -> DataState {
        let expected = context.dueHours(of: sheet.lead.date) * sheet.lead.items.count
        let received = sheet.lead.items.reduce(0) { $0 + $1.hours.count { $0.judged?.flag != "NA" } }
        let valid = sheet.lead.items.reduce(0) { $0 + $1.hours.count { $0.judged?.isValid ?? false } }
        let standards = Set(sheet.lead.items.map(\.limit.standard)).sorted().joined(separator: "、")
        return DataState(
            cutoff: context.cutoffText, captureRate: Rational.percentage(received, of: expected),
            validRate: Rational.percentage(valid, of: expected), standard: standards, standardHref: nil,
            review: LeadWords.state, isUnreviewed: true)
    }

    private static func chart(_ sheet: LeadSheet) -> ChartFragment? {
        guard let item = sheet.lead.items.first else { return nil }
        let labels = (1...24).map { "\($0)时" }
        let byHour = Dictionary(item.hours.map { ($0.number, $0) }, uniquingKeysWith: { _, last in last })
        let values = (1...24).map { byHour[$0]?.judged?.value?.description }
        let kind = item.limit.isConverted ? "折算值" : "实测值"
        let unit = ScreenText.unit(item.limit.unit)
        let limitName = "限值 \(LeadWords.limit(item.limit))"
        let chart = Chart(
            .line, title: "\(item.limit.name)\(kind)", unit: unit, labels: labels,
            series: [ChartSeries(kind, values.map { $0.flatMap { ChartValue($0) } })],
            limits: [ChartValue(item.limit.limit.description).map { ChartLimit($0, label: limitName) }].compactMap {
                $0
            },
            width: chartSize.width, height: chartSize.height)
        let data = ChartData(
            categories: labels, axes: [.init(unit: unit)],
            series: [ChartData.Series(name: kind, axis: 0, values: values, type: "line", isHidden: false)],
            limits: [ChartData.Limit(axis: 0, value: item.limit.limit.description, name: "限值")])
        return ChartFragment(
            id: "lead", svg: chart.drawing().svg, dataJSON: data.json,
            caption: "\(item.limit.name)\(kind)，\(sheet.lead.date.chinese) 1—24 时，单位 \(unit)")
    }
}
