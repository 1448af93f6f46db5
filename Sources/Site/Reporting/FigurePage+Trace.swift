import Records
import Reporting
import Standards
import Storage

extension FigurePage {
    /// So many inputs are shown as those that matter most.
    private static let topTraced = 3

    /// One step down the chain of evidence, in the same form as a figure.
    ///
    /// - Parameter countsAll: whether all that lies below is counted, however much it is.
    init(_ trace: InputTrace, countsAll: Bool, standing: LedgerStanding, in context: PageContext) throws {
        let standard = FigureWords.standard(trace.rules, otherwise: "—", in: context)
        let value = trace.value.map(Self.readable)
        let asOf = try RecordStore.lastSequence(in: context.connection)
        let rows = trace.inputs.map {
            FigureInput(id: $0.id, label: $0.label, value: $0.value.flatMap { Rational($0) }, weight: 1, rule: "")
        }
        // Of the steps of a chain only means can be taken apart: what a window or a rule leaves out moves nothing.
        let influence =
            trace.recomputation == .mean
            ? InputInfluence(of: trace.value.flatMap { Rational($0) }, by: .mean, over: rows) : nil
        let branch = try Branch(trace, influence, countsAll: countsAll, in: context)
        let top =
            rows.count > Self.topTraced
            ? try influence?.strongest(Self.topTraced).map { branch.inputs[$0.place] } ?? [] : []
        self.init(
            frame: PageFrame(
                ScreenText.lowered(trace.title), in: context, at: nil, state: PageFrame.unreviewed),
            name: ScreenText.lowered(trace.title), value: value ?? "无值",
            unit: trace.unit.isEmpty ? nil : ScreenText.unit(trace.unit), verdict: nil,
            asOfText: "\(context.cutoffText)，台账第 \(asOf) 条",
            past: PastNote(in: context, "值", present: SiteURL.evidence(trace.id)),
            state: DataState(
                cutoff: context.cutoffText, captureRate: nil, validRate: nil, standard: RuleName.short(standard.value),
                standardHref: standard.href, review: PageFrame.unreviewed, isUnreviewed: true),
            change: nil, measure: trace.formula, formula: nil,
            explainHref: value.flatMap { _ in SiteURL.explanation(of: trace.id)?.asOf(context.asOf).path },
            parameters: [],
            rounding: Rounding(exact: value ?? "无值", rule: "中间值不修约，公布时修约一次", printed: value ?? "无值"),
            standard: standard, definition: LabelledText(label: "输入编号", value: trace.id.rawValue, href: nil),
            counts: [
                LabelledText(label: "输入", value: "\(trace.inputs.count + trace.evidence.count) 项", href: nil)
            ], topInputs: top, branch: branch, standing: standing)
    }

    /// A value of a trace as text: fractions become decimals, words stay words.
    fileprivate static func readable(_ text: String) -> String { Rational(text).map(\.screenText) ?? text }
}

extension FigurePage.Branch {
    fileprivate init(
        _ trace: InputTrace, _ influence: InputInfluence?, countsAll: Bool, in context: PageContext
    ) throws {
        let survey = try BranchWords.survey(below: trace.inputs.map(\.id), countsAll: countsAll, in: context)
        let inputs = try trace.inputs.enumerated().map { place, input in
            try FigurePage.Input(input, change: influence?.change(by: [place]), survey, in: context)
        }
        self.init(
            inputsTitle: trace.inputs.isEmpty ? "来源，最新在前" : "输入：\(trace.inputs.count) 项",
            inputsUnit: trace.unit.isEmpty || trace.inputs.isEmpty ? nil : ScreenText.unit(trace.unit), way: [],
            periodText: nil, below: trace.inputs.isEmpty ? [] : survey.map { BranchWords.facts($0.total) } ?? [],
            countNote: survey == nil ? BranchWords.uncounted(countsAll) : nil,
            countHref: survey == nil && !countsAll
                ? SiteURL.evidence(trace.id, countsAll: true).asOf(context.asOf).path : nil, groups: [],
            inputs: inputs + trace.evidence.map { FigurePage.Input(evidence: $0, in: context) }, pager: nil,
            emptyReason: "没有收到过这个值：没有报文，也没有导入行。")
    }
}

extension FigurePage.Input {
    fileprivate init(
        _ input: TracedInput, change: Rational?, _ survey: EvidenceSurvey?, in context: PageContext
    ) throws {
        let value = input.value.map(FigurePage.readable)
        let note = input.note.isEmpty ? "" : "（\(input.note)）"
        self.init(
            label: ScreenText.lowered(input.label),
            value: value.map { $0 + note } ?? (input.note.isEmpty ? "无值" : input.note),
            explainHref: value.flatMap { _ in SiteURL.explanation(of: input.id)?.asOf(context.asOf).path },
            isMissing: value == nil, weight: "",
            influence: value == nil ? "" : FigureWords.influence(change, decimals: 0),
            href: SiteURL.evidence(input.id).asOf(context.asOf).path, kind: FigureWords.kind(of: input.id),
            belowText: survey.map { BranchWords.line($0.counts(below: input.id)) } ?? "")
    }

    fileprivate init(evidence: InputTrace.Evidence, in context: PageContext) {
        let label: String
        let kind: String
        switch evidence {
        case .packet(let address): (label, kind) = ("报文 \(address.rawValue)", "原始报文")
        case .importRow(let batch, let line): (label, kind) = ("导入批次 \(batch) 第 \(line) 行", "导入行")
        case .record(let sequence): (label, kind) = ("台账第 \(sequence) 条", "台账记录")
        }
        self.init(
            label: label, value: "—", explainHref: nil, isMissing: false, weight: "", influence: "",
            href: SiteURL.evidence(evidence).asOf(context.asOf).path, kind: kind, belowText: "")
    }
}
