import Catalog

extension RulesPage {
    /// Every rule file, by folder.
    init(in context: PageContext) {
        let rules = context.catalog.rules
        let provisional = rules.count { $0.header.confidence == .provisional }
        let groups = Dictionary(grouping: rules) { RuleWords.folder(of: $0.path) }
        let order = ["标准", "指标", "报告"]
        let headings = order.filter { groups[$0] != nil } + groups.keys.filter { !order.contains($0) }.sorted()
        self.init(
            frame: PageFrame("规则目录", in: context, at: .rules),
            countText: "\(rules.count) 项，其中暂定 \(provisional) 项",
            groups: headings.map { heading in
                Group(heading: heading, rows: (groups[heading] ?? []).map { Row($0, in: context) })
            })
    }
}

extension RulesPage.Row {
    init(_ rule: RuleSummary, in context: PageContext) {
        let confidence = RuleWords.confidence(rule.header.confidence)
        self.init(
            id: rule.header.id, href: SiteURL.rule(rule.header.id).path, title: ScreenText.lowered(rule.header.title),
            effective: RuleWords.effective(rule.header.effective), source: RuleWords.source(rule.header.source),
            confidence: confidence.text, confidenceTone: confidence.tone,
            isInForce: rule.header.effective.contains(context.today))
    }
}
