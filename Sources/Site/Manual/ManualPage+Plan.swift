import Monitoring
import Standards

extension ManualPage {
    /// More rows than a reader goes through are not listed; the counts have them.
    private static let greatestRows = 100

    /// A plan: what is owed, the tasks of a month, reports, what was sent.
    ///
    /// - Parameter month: nil for the present one, or the last of a year that is over.
    init(
        plan id: String, month: CivilDate?, in context: PageContext, entered: FormFields = FormFields(""),
        recorded: Int64? = nil, error: String? = nil
    ) throws {
        let view = try ManualView(context, entered: entered)
        let plan = try view.plan(id)
        let tasks = try ManualTaskStore.tasks(of: plan, rules: view.rules, at: context.now, in: context.connection)
        let shown = month ?? Self.month(of: plan, context)
        self.init(
            frame: PageFrame(plan.name, in: context, at: .manual, notice: try view.notice(recorded)),
            heading: plan.name, sub: "\(plan.year) 年，\(view.rules.form(plan.form)?.title ?? plan.form)",
            links: [
                TextLink(label: "登记检测报告", href: SiteURL.manualImport(plan.id).path),
                TextLink(label: "检测结果填报模板", href: SiteURL.manualTemplate(plan.id).path),
                TextLink(label: "手工与自动比对", href: SiteURL.manualComparison(plan.id).path),
            ], error: error,
            cards: [
                try Self.standing(plan, tasks, view), try Self.owed(tasks, view),
                try Self.month(shown, plan, tasks, view), try Self.reports(plan, view),
                try Self.uploads(shown, plan, view),
            ], emptyText: "",
            forms: view.may(ManualActions.plan)
                ? [
                    view.planForm(
                        plan, isOpen: entered.first("act") == "plan",
                        lines: try ManualPlanText.text(of: plan, rules: view.rules, in: context.connection))
                ] : [])
    }

    private static func month(of plan: ManualPlan, _ context: PageContext) -> CivilDate {
        let today = context.today.firstOfMonth
        let first = CivilDate(year: plan.year, month: 1, day: 1) ?? today
        return min(max(today, first), first.lastOfYear.firstOfMonth)
    }

    private static func standing(
        _ plan: ManualPlan, _ tasks: [ManualTask], _ view: ManualView
    ) throws -> CaseFilePage.Card {
        let contractor = plan.contractor
        let sequence = try ManualPlanStore.sequence(of: plan.id, in: view.context.connection)
        return ManualView.card(
            "standing", "完成情况",
            facts: view.facts(of: ManualCompletion(tasks)) + [
                ManualView.fact("依据", plan.basis, href: sequence.map { SiteURL.record($0).path }),
                ManualView.fact(
                    "检测机构", contractor.name.isEmpty ? "本局自测" : "\(contractor.name)（CMA \(contractor.certificate)）"),
                ManualView.fact("报告时限", "采样后 \(contractor.reportDays) 天"),
            ])
    }

    /// Tasks that are late, and reports that are.
    private static func owed(_ tasks: [ManualTask], _ view: ManualView) throws -> CaseFilePage.Card {
        let late = tasks.filter { $0.state == .overdue || $0.state == .reportOverdue }
        return ManualView.card(
            "owed", "逾期", late.isEmpty ? "没有逾期" : "\(late.count) 次",
            tables: [
                ManualView.table(
                    "逾期的任务", ["点位", "频次", "应采时段", "状态", "所缺项目"],
                    try late.prefix(greatestRows).map { try row($0, view) },
                    hint: late.count > greatestRows ? "只列出前 \(greatestRows) 次。" : nil)
            ].compactMap(\.self))
    }

    private static func month(
        _ month: CivilDate, _ plan: ManualPlan, _ tasks: [ManualTask], _ view: ManualView
    ) throws -> CaseFilePage.Card {
        let span = month.firstOfMonth...month.lastOfMonth
        let found = tasks.filter { $0.window.overlaps(span) }
        return ManualView.card(
            "month", "\(month.chineseMonth)的任务", "\(found.count) 次",
            tables: [
                ManualView.table(
                    "当月任务", ["点位", "频次", "应采时段", "状态", "所缺项目"],
                    try found.prefix(greatestRows).map { try row($0, view) },
                    hint: found.count > greatestRows ? "只列出前 \(greatestRows) 次。" : nil)
            ].compactMap(\.self),
            forms: [
                CaseForm(
                    "看别的月份", .manualPlan(plan.id), method: "get",
                    [.line("month", "月份，如 \(month.monthText)", month.monthText, needed: true)], button: "查看")
            ])
    }

    private static func row(_ task: ManualTask, _ view: ManualView) throws -> CaseFilePage.Table.Row {
        let missing = task.state == .excused ? task.excuse ?? "" : view.rules.titles(of: task.missing)
        return CaseFilePage.Table.Row(
            cells: [
                try view.name(of: task.id.object), view.rules.frequency(task.id.frequency)?.title ?? "",
                ManualView.words(task.window), task.state.title + (task.isLate ? "（逾期采样）" : ""), missing,
            ], link: TextLink(label: "任务", href: SiteURL.manualTask(task.id).path))
    }

    private static func reports(_ plan: ManualPlan, _ view: ManualView) throws -> CaseFilePage.Card {
        let reports = try LaboratoryStore.reports(of: plan.id, in: view.context.connection)
        return ManualView.card(
            "reports", "检测报告", "\(reports.count) 份",
            tables: [
                ManualView.table(
                    "已登记的报告", ["报告编号", "检测机构", "CMA 编号", "报告日期", "状态"],
                    reports.reversed().prefix(greatestRows).map { report in
                        CaseFilePage.Table.Row(
                            cells: [
                                report.head.number, report.head.laboratory, report.head.certificate,
                                report.head.date.description, report.state.title,
                            ], link: TextLink(label: "审核", href: SiteURL.manualReport(report.id, of: plan.id).path))
                    })
            ].compactMap(\.self))
    }

    /// What was sent of a plan, and the form for what is sent now.
    private static func uploads(
        _ month: CivilDate, _ plan: ManualPlan, _ view: ManualView
    ) throws -> CaseFilePage.Card {
        let connection = view.context.connection
        let uploads = try ManualPlanStore.uploads(of: plan.id, in: connection)
        let count = try ManualExport.results(of: plan.id, month: month, rules: view.rules, in: connection).count
        var forms: [CaseForm] = []
        if count > 0, view.may(ManualActions.upload) {
            forms.append(
                CaseForm(
                    "登记\(month.chineseMonth)的上报回执", .manualPlan(plan.id), isOpen: view.text("act") == "upload",
                    hidden: [view.token, ("act", "upload"), ("month", month.monthText)],
                    [
                        .line("receiver", "接收单位", view.text("receiver"), needed: true),
                        .line("receipt", "回执编号", view.text("receipt"), needed: true),
                        .date("date", "上报日期", view.text("date"), needed: true),
                    ] + view.person(), button: "登记回执", hint: "上报的是此刻已签发的 \(count) 个值，文件随回执存档。"))
        }
        return ManualView.card(
            "uploads", "上报市级", "\(month.chineseMonth)已签发 \(count) 个值",
            facts: count > 0
                ? [ManualView.fact("上报文件", "下载 xlsx", href: SiteURL.manualExport(plan.id, month: month).path)] : [],
            tables: [
                ManualView.table(
                    "上报回执", ["月份", "值数", "接收单位", "回执编号", "上报日期", "登记人"],
                    uploads.reversed().map { upload in
                        CaseFilePage.Table.Row(
                            cells: [
                                upload.month.monthText, String(upload.count), upload.receiver, upload.receipt,
                                upload.date.description, upload.person,
                            ],
                            link: TextLink(
                                label: "台账第 \(upload.sequence) 条", href: SiteURL.record(upload.sequence).path))
                    })
            ].compactMap(\.self), forms: forms)
    }
}
