import Ledger
import Monitoring
import Records
import Standards

extension ManualPage {
    /// A laboratory's report: its files, quality control, results and review.
    init(
        report id: String, of plan: String, in context: PageContext, entered: FormFields = FormFields(""),
        recorded: Int64? = nil, error: String? = nil
    ) throws {
        let view = try ManualView(context, entered: entered)
        let plan = try view.plan(plan)
        guard let report = try LaboratoryStore.report(id, in: context.connection), report.plan == plan.id else {
            throw SiteError(.unknownObject, subject: "检测报告", detail: id)
        }
        let findings = try ManualQualityStore.findings(
            of: id, rule: view.rules.quality, rules: view.rules, in: context.connection)
        self.init(
            frame: PageFrame(
                "检测报告 \(report.head.number)", in: context, at: .manual, path: [view.crumb(plan)],
                notice: try view.notice(recorded)),
            heading: "检测报告 \(report.head.number)", sub: report.state.title,
            links: report.state == .issued
                ? [TextLink(label: "登记更正报告", href: SiteURL.manualImport(plan.id, corrects: id).path)] : [],
            error: error,
            cards: [
                try view.head(of: report), view.quality(findings), try view.results(of: report),
                ManualView.card(
                    "review", "三级审核", report.state.title,
                    tables: [view.table(of: try ManualReviewStore.steps(of: id, in: context.connection))].compactMap(
                        \.self), forms: view.reviewForms(of: id, at: .manualReport(id, of: plan.id))),
            ], emptyText: "", forms: [])
    }
}

extension ManualView {
    fileprivate func head(of report: LaboratoryReport) throws -> CaseFilePage.Card {
        func file(_ file: String) -> String {
            SiteURL.manualReportFile(report.id, of: report.plan, file: file).path
        }
        return Self.card(
            "head", "报告",
            facts: [
                Self.fact("检测机构", report.head.laboratory), Self.fact("CMA 编号", report.head.certificate),
                Self.fact("报告日期", report.head.date.description),
                Self.fact("登记时间", Instant(milliseconds: report.recordedMilliseconds).minuteText),
                Self.fact("数据表", report.files.workbookName, href: file("workbook")),
                Self.fact("盖章报告", report.files.paperName, href: file("paper")),
                Self.fact("台账", "第 \(report.sequence) 条", href: SiteURL.record(report.sequence).path),
                report.corrects.map {
                    Self.fact("更正的报告", "打开", href: SiteURL.manualReport($0, of: report.plan).path)
                },
            ].compactMap(\.self))
    }

    fileprivate func quality(_ findings: [ManualQualityFinding]) -> CaseFilePage.Card {
        let bad = findings.filter { !$0.isGood }
        let rows = (bad + findings.filter(\.isGood)).map { finding in
            CaseFilePage.Table.Row(
                cells: [finding.kind.title, finding.text, finding.isGood ? "符合" : "不符合"], link: nil)
        }
        return Self.card(
            "quality", "质控", bad.isEmpty ? "全部符合" : "不符合 \(bad.count) 项",
            facts: [Self.fact("规则", rules.quality.rule, href: SiteURL.rule(rules.quality.rule).path)],
            warnings: bad.isEmpty ? [] : ["质控有不符合项，一审须写明怎样处理。"],
            tables: [Self.table("空白与平行样", ["种类", "结果", "判定"], rows)].compactMap(\.self))
    }

    fileprivate func results(of report: LaboratoryReport) throws -> CaseFilePage.Card {
        let rows = try LaboratoryStore.rows(of: report.id, in: context.connection)
        var points: [String: String] = [:]
        for sheet in try ManualSheetStore.sheets(of: report.plan, in: context.connection) {
            let name = try name(of: sheet.task.object)
            for number in sheet.bottles.all { points[number] = "\(name) \(sheet.sampled.minuteText)" }
        }
        let methods = Dictionary(rules.items.map { ($0.code, $0.methods) }, uniquingKeysWith: { first, _ in first })
        return Self.card(
            "results", "检测结果", "\(rows.count) 行",
            tables: [
                Self.table(
                    "结果", ["样品编号", "点位与采样时间", "项目", "结果", "单位", "检出限", "方法", "类型"],
                    rows.map { row in
                        let item = rules.item(row.item)
                        let known = methods[row.item]?.contains { row.method.contains($0.name) } ?? false
                        return CaseFilePage.Table.Row(
                            cells: [
                                row.sample, points[row.sample] ?? "", item?.title ?? row.item, row.text,
                                item?.unit ?? "",
                                row.limit?.description ?? "",
                                row.method + (known || row.method.isEmpty ? "" : "（目录外方法）"),
                                row.kind.title,
                            ],
                            link: TextLink(
                                label: "表中第 \(report.files.firstRow + row.line - 1) 行",
                                href: SiteURL.importRow(batch: report.sequence, line: Int64(row.line)).path))
                    })
            ].compactMap(\.self))
    }

    /// What was decided of a report or sheet.
    func table(of steps: [ManualReviewStep]) -> CaseFilePage.Table? {
        Self.table(
            "审核经过", ["步骤", "办理人", "时间", "意见"],
            steps.map { step in
                CaseFilePage.Table.Row(
                    cells: [
                        step.kind.title, step.reviewer, Instant(milliseconds: step.decidedMilliseconds).minuteText,
                        step.note,
                    ],
                    link: TextLink(label: "台账第 \(step.sequence) 条", href: SiteURL.record(step.sequence).path))
            })
    }

    /// The step that comes next and the way back, for those who may take them.
    func reviewForms(of id: String, at url: SiteURL) -> [CaseForm] {
        guard let subject = try? ManualReviewStore.subject(id, rules: rules, in: context.connection),
            let next = subject.next
        else { return [] }
        return [next, .returned].filter { may(ManualReviewActions.permission($0)) }.map { step in
            CaseForm(
                step.title, url, isOpen: step == next || text("step") == step.rawValue,
                hidden: [token, ("act", "review"), ("step", step.rawValue), ("subject", id)],
                [.long("note", step == .returned ? "退回的理由" : "意见", text("note"), needed: step == .returned)]
                    + person("审核人"), button: step.title)
        }
    }
}
