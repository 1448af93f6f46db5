import Records
import Reporting
import Standards
import Storage

extension FigurePage {
    /// One step down the chain of evidence, in the same form as a figure.
    init(_ trace: InputTrace, in context: PageContext) throws {
        let standard = FigureWords.standard(trace.rules, otherwise: "—", in: context)
        let value = trace.value.map(Self.readable)
        let inputs = trace.inputs.map(Input.init(_:)) + trace.evidence.map(Input.init(evidence:))
        let asOf = try RecordStore.lastSequence(in: context.connection)
        self.init(
            frame: PageFrame(
                ScreenText.lowered(trace.title), in: context, at: nil, state: PageFrame.unreviewed),
            name: ScreenText.lowered(trace.title), value: value ?? "无值",
            unit: trace.unit.isEmpty ? nil : ScreenText.unit(trace.unit), verdict: nil,
            asOfText: "\(context.cutoffText)，台账第 \(asOf) 条",
            past: nil,
            state: DataState(
                cutoff: context.cutoffText, captureRate: nil, validRate: nil, standard: RuleName.short(standard.value),
                standardHref: standard.href, review: PageFrame.unreviewed, isUnreviewed: true),
            change: nil, measure: trace.formula, formula: nil,
            explainHref: value.flatMap { _ in SiteURL.explanation(of: trace.id)?.path }, parameters: [],
            rounding: Rounding(exact: value ?? "无值", rule: "中间值不修约，公布时修约一次", printed: value ?? "无值"),
            standard: standard, definition: LabelledText(label: "输入编号", value: trace.id.rawValue, href: nil),
            counts: [LabelledText(label: "输入", value: "\(inputs.count) 项", href: nil)], topInputs: [], inputs: inputs,
            inputsTitle: trace.inputs.isEmpty ? "来源，最新在前" : "输入：\(trace.inputs.count) 项",
            inputsUnit: trace.unit.isEmpty || trace.inputs.isEmpty ? nil : ScreenText.unit(trace.unit), pager: nil,
            emptyReason: "没有收到过这个值：没有报文，也没有导入行。")
    }

    /// A value of a trace as text: fractions become decimals, words stay words.
    fileprivate static func readable(_ text: String) -> String { Rational(text).map(\.screenText) ?? text }
}

extension FigurePage.Input {
    fileprivate init(_ input: TracedInput) {
        let value = input.value.map(FigurePage.readable)
        let note = input.note.isEmpty ? "" : "（\(input.note)）"
        self.init(
            label: ScreenText.lowered(input.label),
            value: value.map { $0 + note } ?? (input.note.isEmpty ? "无值" : input.note),
            explainHref: value.flatMap { _ in SiteURL.explanation(of: input.id)?.path }, isMissing: value == nil,
            weight: "", influence: "", href: SiteURL.evidence(input.id).path,
            kind: FigureWords.kind(of: input.id))
    }

    fileprivate init(evidence: InputTrace.Evidence) {
        let label: String
        let kind: String
        switch evidence {
        case .packet(let address): (label, kind) = ("报文 \(address.rawValue)", "原始报文")
        case .importRow(let batch, let line): (label, kind) = ("导入批次 \(batch) 第 \(line) 行", "导入行")
        case .record(let sequence): (label, kind) = ("台账第 \(sequence) 条", "台账记录")
        }
        self.init(
            label: label, value: "—", explainHref: nil, isMissing: false, weight: "", influence: "",
            href: SiteURL.evidence(evidence).path,
            kind: kind)
    }
}
