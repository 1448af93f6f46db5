import Catalog
import Judging
import Standards

extension RulesPage {
    /// The rule files, by folder and instrument.
    init(_ choice: RuleFilter, in context: PageContext) {
        let all = context.catalog.rules
        let rules = all.filter { choice.lists($0.header, on: context.today) }
        let provisional = all.count { $0.header.confidence == .provisional }
        let files = Dictionary(
            context.catalog.standardFiles.map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
        let groups = Dictionary(grouping: rules) { RuleWords.heading(of: $0, kind: files[$0.path]?.kind) }
        let order = RuleWords.headings
        let headings = order.filter { groups[$0] != nil } + groups.keys.filter { !order.contains($0) }.sorted()
        self.init(
            frame: PageFrame("规则目录", in: context, at: .rules),
            countText: "共 \(all.count) 项，其中暂定 \(provisional) 项",
            filters: RuleFilter.allCases.map { filter in
                Filter(
                    label: filter.label, href: SiteURL.rules(filter).path,
                    count: String(all.count { filter.lists($0.header, on: context.today) }), isCurrent: filter == choice
                )
            },
            groups: headings.map { heading in
                Group(
                    heading: heading,
                    rows: (groups[heading] ?? []).sorted(by: precedes).map {
                        Row($0, kindName: files[$0.path]?.kindName ?? "—", in: context)
                    })
            }, emptyReason: "没有\(choice.label)的规则。")
    }
}

/// Versions of one instrument stand together, the newest first.
private func precedes(_ left: RuleSummary, _ right: RuleSummary) -> Bool {
    let names = (left.header.source.instrument, right.header.source.instrument)
    if names.0 != names.1 { return names.0 < names.1 }
    let days = (left.header.effective.from, right.header.effective.from)
    return days.0 == days.1 ? left.header.id < right.header.id : days.0 > days.1
}

extension RulesPage.Row {
    init(_ rule: RuleSummary, kindName: String, in context: PageContext) {
        let confidence = RuleWords.confidence(rule.header.confidence)
        let standing = RuleWords.standing(rule.header.effective, on: context.today)
        self.init(
            id: rule.header.id, href: SiteURL.rule(rule.header.id).path, title: ScreenText.lowered(rule.header.title),
            kindName: kindName,
            effective: rule.header.effective.chinese, source: RuleWords.source(rule.header.source),
            confidence: confidence.text, confidenceTone: confidence.tone, standing: standing.text,
            standingTone: standing.tone)
    }
}
