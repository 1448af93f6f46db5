import Monitoring
import Standards

extension ManualPage {
    /// Manual values beside automatic ones, the latest first.
    init(comparisonOf id: String, in context: PageContext) throws {
        let view = try ManualView(context)
        let plan = try view.plan(id)
        let first = CivilDate(year: plan.year, month: 1, day: 1) ?? context.today
        let found = try ManualComparisonStore.comparisons(
            of: Array(Set(plan.lines.map(\.object))), from: Instant(beijing: first),
            to: Instant(beijing: first.lastOfYear.adding(days: 1)), catalog: context.catalog, in: context.connection)
        let compared = found.filter { $0.verdict != .open }
        let agreeing = compared.count { $0.verdict == .agrees }
        let rows = try found.reversed().map { comparison in
            let item = view.rules.item(comparison.manual.series.item)
            return CaseFilePage.Table.Row(
                cells: [
                    try view.name(of: comparison.manual.series.object), comparison.manual.start.minuteText,
                    item?.title ?? comparison.manual.series.item, Self.text(comparison.manual),
                    comparison.automatic.map { Self.text($0) } ?? "—", comparison.text, comparison.verdict.title,
                ],
                link: TextLink(label: "溯源", href: SiteURL.evidence(comparison.manual.origin.evidence).path))
        }
        self.init(
            frame: PageFrame("手工与自动比对", in: context, at: .manual, path: [view.crumb(plan)]), heading: "手工与自动比对",
            sub: "\(plan.name)，\(plan.year) 年采样", links: [], error: nil,
            cards: rows.isEmpty
                ? []
                : [
                    ManualView.card(
                        "comparison", "逐值比对", "可比 \(compared.count) 对，一致 \(agreeing) 对",
                        facts: [
                            ManualView.fact(
                                "规则", view.rules.comparison.rule, href: SiteURL.rule(view.rules.comparison.rule).path)
                        ],
                        tables: [
                            ManualView.table(
                                "手工值与同时段自动值", ["点位", "采样时间", "项目", "手工值", "自动值", "比较", "判定"], rows)
                        ].compactMap(\.self))
                ], emptyText: "还没有签发的手工值。", forms: [])
    }

    private static func text(_ reading: Reading) -> String {
        guard let value = reading.value else { return ReadingFlag.meaning(reading.flag) }
        return value.description + (reading.isBelowDetection ? "L" : "")
            + (reading.isValid ? "" : "（\(ReadingFlag.meaning(reading.flag))）")
    }
}
