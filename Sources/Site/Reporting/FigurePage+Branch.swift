import Records
import Reporting
import Standards

extension FigurePage.Branch {
    /// The inputs of a figure, as much of them as a page can hold.
    init(_ figure: FigureValue, _ view: FigureView, _ influence: InputInfluence, in context: PageContext) throws {
        let listing = InputListing(figure.inputs, within: view.period)
        let address = { (period: ReportPeriod?, page: Int) in
            SiteURL.figure(figure.request, page: page, within: period?.address).asOf(context.asOf).path
        }
        let survey = try BranchWords.survey(
            below: listing.places.map { figure.inputs[$0].id }, countsAll: view.countsAll, in: context)
        let pages = PageNumbers(view.page, of: listing.places.count, length: InputListing.pageLength) {
            address(view.period, $0)
        }
        let shown = listing.groups.isEmpty ? Array(listing.places[pages.range]) : []
        var way: [TextLink] = []
        if view.period != nil { way.append(TextLink(label: "全部输入", href: address(nil, 1))) }
        if let around = listing.around { way.append(TextLink(label: around.text, href: address(around, 1))) }
        self.init(
            inputsTitle: listing.period == nil
                ? "输入：\(listing.places.count) 项" : "输入：\(listing.places.count) 项，共 \(figure.inputs.count) 项",
            inputsUnit: [.mean, .sum, .maximum, .percentile].contains(figure.definition.measure)
                ? figure.screenUnit : nil,
            way: way, periodText: view.period?.text,
            below: survey.map { BranchWords.facts($0.total) } ?? [],
            countNote: survey == nil ? BranchWords.uncounted(view.countsAll) : nil,
            countHref: survey == nil && !view.countsAll
                ? SiteURL.figure(figure.request, within: view.period?.address, countsAll: true).asOf(context.asOf).path
                : nil,
            groups: try listing.groups.map { group in
                try FigurePage.Group(
                    group, of: figure, influence, href: address(group.period, 1))
            },
            inputs: try shown.map { place in
                try FigurePage.Input(place, of: figure, influence, survey, in: context)
            }, pager: listing.groups.isEmpty ? pages.pager : nil,
            emptyReason: view.period == nil
                ? "这一时段没有可用的输入，所以没有数值。缺的数据补到后，指标自动重新计算。" : "这一时段没有输入。")
    }

    /// The two figures that a figure is computed from.
    init(parts: [FigureValue], in context: PageContext) {
        self.init(
            inputsTitle: "由两个指标算出", inputsUnit: nil, way: [], periodText: nil, below: [], countNote: nil,
            countHref: nil,
            groups: [], inputs: parts.map { FigurePage.Input($0, in: context) }, pager: nil, emptyReason: "")
    }
}

extension FigurePage.Group {
    fileprivate init(
        _ group: InputListing.Group, of figure: FigureValue, _ influence: InputInfluence, href: String
    ) throws {
        let values = group.places.compactMap { figure.inputs[$0].value }
        let missing = group.places.count - values.count
        var range = "—"
        if let least = values.min(), let largest = values.max() {
            range = least == largest ? least.screenText : "\(least.screenText) — \(largest.screenText)"
        }
        self.init(
            label: group.period.text, href: href,
            countText: "\(group.places.count) 项" + (missing > 0 ? "，无值 \(missing) 项" : ""), range: range,
            influence: FigureWords.influence(
                try influence.change(by: group.places), decimals: figure.definition.decimals))
    }
}

extension FigurePage.Input {
    /// - Parameters:
    ///   - place: of the input in the figure.
    ///   - survey: what lies below; nil where it was not counted.
    init(
        _ place: Int, of figure: FigureValue, _ influence: InputInfluence, _ survey: EvidenceSurvey?,
        in context: PageContext
    ) throws {
        let input = figure.inputs[place]
        self.init(
            label: ScreenText.lowered(input.label.isEmpty ? input.id.rawValue : input.label),
            value: input.value?.screenText ?? "无值",
            explainHref: input.value.flatMap { _ in SiteURL.explanation(of: input.id)?.asOf(context.asOf).path },
            isMissing: input.value == nil, weight: input.weight == 1 ? "" : input.weight.screenText,
            influence: input.value == nil
                ? ""
                : FigureWords.influence(try influence.change(by: [place]), decimals: figure.definition.decimals),
            href: SiteURL.evidence(input.id).asOf(context.asOf).path, kind: FigureWords.kind(of: input.id),
            belowText: survey.map { BranchWords.line($0.counts(below: input.id)) } ?? "")
    }

    fileprivate init(_ part: FigureValue, in context: PageContext) {
        self.init(
            label: FigureWords.label(of: part, in: context), value: part.screenTextWithUnit,
            explainHref: nil, isMissing: !part.isPresent,
            weight: "", influence: "", href: SiteURL.figure(part.request).asOf(context.asOf).path,
            kind: "指标", belowText: "")
    }
}
