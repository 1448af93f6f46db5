import Judging

extension ExplanationCard {
    /// The card of an explanation.
    ///
    /// - Parameters:
    ///   - about: of whom and when.
    ///   - evidence: addresses of the inputs' evidence, by the label of the input.
    init(
        _ explanation: Explanation, about: String, tone: String?, method: String?, evidence: [String: SiteURL],
        state: DataState, links: [TextLink]
    ) {
        self.init(
            subject: Self.screen(explanation.subject), about: about,
            conclusion: Self.screen(explanation.conclusion) + "。",
            tone: tone, method: method.map(Self.screen),
            inputs: explanation.inputs.map { input in
                Input(
                    label: Self.screen(input.label), value: Self.screen(input.value),
                    href: evidence[input.label]?.path)
            },
            steps: explanation.steps.map { step in
                Step(
                    subject: Self.screen(step.subject), tableRow: step.tableRow.map(Self.screen),
                    formula: Self.screen(step.formula), exact: step.exact.map(Self.screen),
                    result: Self.screen(step.result), isDeciding: step.isDeciding)
            }, remarks: explanation.remarks.map { Self.screen($0) + "。" }, rules: explanation.rules.map(Rule.init(_:)),
            state: state, links: links)
    }

    /// Names and units as the screen writes them.
    private static func screen(_ text: String) -> String { ScreenText.lowered(ScreenText.unit(text)) }
}

extension ExplanationCard.Rule {
    init(_ citation: RuleCitation) {
        let confidence = RuleWords.confidence(citation.confidence)
        self.init(
            title: ScreenText.lowered(citation.title), href: SiteURL.rule(citation.id).path,
            effective: citation.effective + (citation.effective.hasSuffix("起") ? "施行" : " 施行"),
            source: citation.source, confidence: confidence.text, confidenceTone: confidence.tone,
            verified: citation.verified)
    }
}
