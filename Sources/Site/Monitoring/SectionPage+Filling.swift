import Catalog
import Monitoring
import Records
import Registry
import Standards

extension SectionPage {
    /// Months in the table and the chart: two years, so that the same month last year is among them.
    private static let monthCount = 24

    /// A section, with the items of one month.
    ///
    /// - Parameter month: nil for the latest month with a class.
    init(_ id: String, month: CivilDate?, in context: PageContext) throws {
        let section = try context.object(id, .section, called: "断面")
        let last = max(month ?? context.today, context.today).firstOfMonth
        let first = last.adding(months: 1 - Self.monthCount)
        let values = try WaterStore.months(from: first, to: last, section: id, in: context.connection)
        let shown = month ?? values.last { $0.waterClass != nil }?.month ?? context.today.firstOfPreviousMonth
        let rows = try Self.rows(of: section, values, first: min(first, shown), last: last, shown: shown, in: context)
        let value = try WaterStore.months(from: shown, to: shown, section: id, in: context.connection).first
        let state = try DataState(water: shown, sections: [section], in: context)
        self.init(
            frame: PageFrame(section.name, in: context, at: .water, state: state.review, needsCharts: true),
            name: section.name, identity: Self.identity(of: section), state: state,
            chart: SectionChart(section, values, first: first, last: last).fragment, months: rows.reversed(),
            monthText: shown.chineseMonth, items: try Self.items(of: section, value, month: shown, in: context),
            itemsEmptyReason: "\(shown.chineseMonth)没有可评价的监测值。",
            samples: try SampleRow.rows(of: section, month: shown, in: context))
    }

    private static func identity(of section: RegisteredObject) -> [LabelledText] {
        let target = WaterTarget.waterClass(section.text("targetClass"))
        return [
            LabelledText(label: "河流（湖库）", value: section.text("waterBody"), href: nil),
            LabelledText(label: "代码", value: section.id, href: SiteURL.record(section.sequence).path),
            LabelledText(label: "责任街镇", value: section.text("town"), href: nil),
            LabelledText(
                label: "类型",
                value: WaterBodyKind(rawValue: section.text("bodyKind")).map { $0 == .lake ? "湖库" : "河流" } ?? "",
                href: nil),
            LabelledText(label: "水质目标", value: target.map { "\($0.roman)类" } ?? "未定", href: nil),
        ].filter { !$0.value.isEmpty }
    }

    /// Months with a class or a note, oldest first.
    private static func rows(
        of section: RegisteredObject, _ values: [WaterSectionMonth], first: CivilDate, last: CivilDate,
        shown: CivilDate,
        in context: PageContext
    ) throws -> [MonthRow] {
        let byMonth = Dictionary(values.map { ($0.month, $0) }, uniquingKeysWith: { first, _ in first })
        let target = WaterTarget.waterClass(section.text("targetClass"))
        var rows: [MonthRow] = []
        var month = first
        while month <= last {
            let condition = try WaterStore.conditions(month: month, in: context.connection)[section.id]?.condition
            if byMonth[month] != nil || condition != nil || month == shown {
                let words = WaterMonthWords(
                    byMonth[month], condition: condition, rule: try context.catalog.waterClassRule(on: month),
                    target: target)
                let samples = byMonth[month]?.items.map(\.count).max() ?? 0
                rows.append(
                    MonthRow(
                        month: month.monthText, href: SiteURL.section(section.id, month: month).path,
                        className: words.className, tone: words.tone, targetClass: words.targetClass,
                        targetTone: words.targetTone, pollutants: words.pollutants, verdict: words.verdict,
                        verdictTone: words.verdictTone, sampleCount: String(samples),
                        explainHref: byMonth[month]?.waterClass.map { [month] _ in
                            SiteURL.explanation(ofSection: section.id, month: month).path
                        }, isShown: month == shown))
            }
            month = month.firstOfNextMonth
        }
        return rows
    }

    private static func items(
        of section: RegisteredObject, _ value: WaterSectionMonth?, month: CivilDate, in context: PageContext
    ) throws -> [ItemRow] {
        guard let value else { return [] }
        let rule = try context.catalog.waterClassRule(on: month)
        let kind = WaterBodyKind(rawValue: section.text("bodyKind"))
        let rows = value.items.map { item in
            let limit = kind.flatMap { rule.standard.limit(item.item, kind: $0) }
            let target = value.target
            return ItemRow(
                item: rule.standard.name(of: item.item), unit: rule.standard.itemUnits[item.item] ?? "",
                value: item.assessed, className: item.waterClass?.roman ?? "—", tone: item.waterClass?.tone ?? "wnone",
                limit: limit.flatMap { limit in target.map { limit.text(for: $0) } } ?? "—",
                multiple: item.multiple?.text(decimals: rule.method.multipleDecimals) ?? "—",
                sampleCount: String(item.count),
                href: SiteURL.evidence(InputID.waterItem(section.id, item.item, month)).path,
                explainHref: item.waterClass.map { _ in SiteURL.explanation(ofSection: section.id, month: month).path },
                isDeciding: item.waterClass != nil && item.waterClass == value.waterClass)
        }
        return rows.filter(\.isDeciding) + rows.filter { !$0.isDeciding }
    }
}
