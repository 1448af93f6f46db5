import Catalog
import Records
import Reporting
import Standards

extension FigurePage {
    /// Inputs on one page.
    private static let pageLength = 100

    /// The way of a figure from its inputs to the printed number.
    ///
    /// - Parameters:
    ///   - page: page of the inputs, from 1.
    ///   - change: why it differs from another moment; nil when that was not asked.
    /// - Throws: `ReportingError` when it is not defined or lacks an argument.
    init(_ request: FigureRequest, page: Int, change: FigureChange? = nil, in context: PageContext) throws {
        let asOf = context.moment?.sequence
        let figure = try context.engine.value(request)
        let parts = try figure.parts.map { try context.engine.value($0) }
        let pages = PageNumbers(page, of: figure.inputs.count, length: Self.pageLength) {
            SiteURL.figure(request, page: $0, asOf: asOf).path
        }
        let definition = figure.definition
        let source = "\(definition.header.source.instrument) \(definition.header.source.article)"
        let standard = FigureWords.standard(try Self.rules(of: figure, in: context), otherwise: source, in: context)
        let period =
            figure.span.from == figure.span.to
            ? figure.span.from.chinese : "\(figure.span.from.chinese)至\(figure.span.to.chinese)"
        let arguments = figure.request.arguments.sorted { $0.key < $1.key }
            .map { FigureWords.argument($0.key, $0.value, in: context) }
        self.init(
            frame: PageFrame(
                ScreenText.lowered(definition.header.title), in: context, at: nil, state: PageFrame.unreviewed),
            name: FigureWords.label(of: figure, in: context), value: figure.screenText,
            unit: definition.style == .number && figure.isPresent ? figure.screenUnit : nil, verdict: nil,
            asOfText: "\(context.cutoffText)，台账第 \(figure.asOf) 条",
            past: context.moment.map { PastNote($0, "值", present: SiteURL.figure(request)) },
            state: DataState(
                cutoff: context.cutoffText, captureRate: nil, validRate: nil, standard: RuleName.short(standard.value),
                standardHref: standard.href, review: PageFrame.unreviewed, isUnreviewed: true),
            change: try ChangeCard(request, change, in: context), measure: definition.measure.name,
            formula: FigureWords.formula(of: figure, parts: parts),
            explainHref: Self.explanation(of: figure)?.path,
            parameters: [LabelledText(label: "时段", value: period, href: nil)] + arguments,
            rounding: Self.rounding(of: figure), standard: standard,
            definition: LabelledText(
                label: "指标定义", value: "\(definition.id)（\(definition.header.effective)）",
                href: SiteURL.rule(definition.id).path), counts: Self.counts(figure), topInputs: [],
            inputs: parts.isEmpty
                ? figure.inputs[pages.range].map { Input($0, in: figure) }
                : parts.map { Input($0, in: context) },
            inputsTitle: parts.isEmpty ? "输入：\(figure.inputs.count) 项" : "由两个指标算出",
            inputsUnit: parts.isEmpty && [.mean, .sum, .maximum].contains(definition.measure) ? figure.screenUnit : nil,
            pager: parts.isEmpty ? pages.pager : nil,
            emptyReason: "这一时段没有可用的输入，所以没有数值。缺的数据补到后，指标自动重新计算。")
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

extension FigurePage.Input {
    init(_ input: FigureInput, in figure: FigureValue) {
        self.init(
            label: ScreenText.lowered(input.label.isEmpty ? input.id.rawValue : input.label),
            value: input.value?.screenText ?? "无值",
            explainHref: input.value.flatMap { _ in SiteURL.explanation(of: input.id)?.path },
            isMissing: input.value == nil,
            weight: input.weight == 1 ? "" : input.weight.screenText, influence: "",
            href: SiteURL.evidence(input.id).path, kind: FigureWords.kind(of: input.id))
    }

    init(_ part: FigureValue, in context: PageContext) {
        self.init(
            label: FigureWords.label(of: part, in: context), value: part.screenTextWithUnit,
            explainHref: nil, isMissing: !part.isPresent,
            weight: "", influence: "", href: SiteURL.figure(part.request, asOf: context.moment?.sequence).path,
            kind: "指标")
    }
}
