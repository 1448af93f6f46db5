import Catalog
import Records
import Reporting
import Standards

extension FigurePage {
    /// So many inputs are shown as those that matter most.
    private static let topLength = 5

    /// The way of a figure from its inputs to the printed number.
    ///
    /// - Parameters:
    ///   - view: which of the inputs are shown.
    ///   - change: why it differs from another moment; nil when that was not asked.
    /// - Throws: `ReportingError` when it is not defined or lacks an argument.
    init(
        _ request: FigureRequest, _ view: FigureView, change: FigureChange? = nil, standing: LedgerStanding,
        in context: PageContext
    ) throws {
        let figure = try context.engine.value(request)
        let parts = try figure.parts.map { try context.engine.value($0) }
        let definition = figure.definition
        let source = "\(definition.header.source.instrument) \(definition.header.source.article)"
        let standard = FigureWords.standard(try Self.rules(of: figure, in: context), otherwise: source, in: context)
        let period =
            figure.span.from == figure.span.to
            ? figure.span.from.chinese : "\(figure.span.from.chinese)至\(figure.span.to.chinese)"
        let arguments = figure.request.arguments.sorted { $0.key < $1.key }
            .map { FigureWords.argument($0.key, $0.value, in: context) }
        let influence = InputInfluence(
            of: figure.exact, by: definition.measure, percentile: definition.percentile, over: figure.inputs)
        self.init(
            frame: PageFrame(
                ScreenText.lowered(definition.header.title), in: context, at: nil, state: PageFrame.unreviewed),
            name: FigureWords.label(of: figure, in: context), value: figure.screenText,
            unit: definition.style == .number && figure.isPresent ? figure.screenUnit : nil, verdict: nil,
            asOfText: "\(context.cutoffText)，台账第 \(figure.asOf) 条",
            past: PastNote(in: context, "值", present: SiteURL.figure(request)),
            state: DataState(
                cutoff: context.cutoffText, captureRate: nil, validRate: nil, standard: RuleName.short(standard.value),
                standardHref: standard.href, review: PageFrame.unreviewed, isUnreviewed: true),
            change: ChangeCard(request, change, last: standing.last, in: context), measure: definition.measure.name,
            formula: FigureWords.formula(of: figure, parts: parts),
            explainHref: Self.explanation(of: figure)?.asOf(context.asOf).path,
            parameters: [LabelledText(label: "时段", value: period, href: nil)] + arguments,
            rounding: Self.rounding(of: figure), standard: standard,
            definition: LabelledText(
                label: "指标定义", value: "\(definition.id)（\(definition.header.effective)）",
                href: SiteURL.rule(definition.id).path), counts: Self.counts(figure),
            topInputs: try Self.top(of: figure, influence, in: context),
            branch: parts.isEmpty
                ? try Branch(figure, view, influence, in: context) : Branch(parts: parts, in: context),
            standing: standing)
    }

    /// The inputs whose removal moves the value most; of a few inputs each can be seen anyway.
    private static func top(
        of figure: FigureValue, _ influence: InputInfluence, in context: PageContext
    ) throws -> [Input] {
        guard figure.inputs.count > topLength else { return [] }
        return try influence.strongest(topLength).map { place, _ in
            try Input(place, of: figure, influence, nil, in: context)
        }
    }

    /// The card that holds all inputs; nil where they belong to several judgements or to none.
    private static func explanation(of figure: FigureValue) -> SiteURL? {
        let cards = Set(figure.inputs.map { SiteURL.explanation(of: $0.id) })
        return cards.count == 1 ? cards.first ?? nil : nil
    }

    /// The rules of its inputs, or where it is computed from figures, of theirs.
    private static func rules(of figure: FigureValue, in context: PageContext) throws -> [String] {
        var rules = Set(figure.rules)
        for part in figure.parts { rules.formUnion(try Self.rules(of: try context.engine.value(part), in: context)) }
        return rules.sorted()
    }

    private static func rounding(of figure: FigureValue) -> Rounding {
        let exact = figure.exact.map { $0.isInteger ? $0.description : "\($0.screenText)" } ?? "无值"
        let rule = figure.definition.decimals.map { "GB/T 8170—2008 四舍六入五成双，保留 \($0) 位小数，只修约一次" } ?? "不修约"
        return Rounding(exact: exact, rule: rule, printed: figure.screenTextWithUnit)
    }

    private static func counts(_ figure: FigureValue) -> [LabelledText] {
        guard figure.parts.isEmpty else { return [] }
        var counts = [LabelledText(label: "输入", value: "\(figure.inputs.count) 项", href: nil)]
        if let expected = figure.expected {
            counts.append(LabelledText(label: "应有", value: "\(expected) 项", href: nil))
        }
        let missing = figure.inputs.count { $0.value == nil }
        if missing > 0 { counts.append(LabelledText(label: "无值", value: "\(missing) 项", href: nil)) }
        return counts
    }
}
