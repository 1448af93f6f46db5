import Monitoring
import Standards

extension ManualPage {
    /// The plans with how far each has come.
    init(plans context: PageContext, entered: FormFields = FormFields(""), recorded: Int64? = nil, error: String? = nil)
        throws
    {
        let view = try ManualView(context, entered: entered)
        let plans = try ManualPlanStore.plans(in: context.connection)
        self.init(
            frame: PageFrame("手工监测", in: context, at: .manual, notice: try view.notice(recorded)),
            heading: "手工监测", sub: "年度计划、采样、检测报告、三级审核", links: [], error: error,
            cards: try plans.map { try Self.card($0, view) }, emptyText: "还没有手工监测计划。",
            forms: view.may(ManualActions.plan) ? [view.planForm(nil, isOpen: error != nil || plans.isEmpty)] : [])
    }

    private static func card(_ plan: ManualPlan, _ view: ManualView) throws -> CaseFilePage.Card {
        let context = view.context
        let tasks = try ManualTaskStore.tasks(of: plan, rules: view.rules, at: context.now, in: context.connection)
        let counts = ManualCompletion(tasks)
        var warnings: [String] = []
        if counts.overdue > 0 { warnings.append("逾期未采 \(counts.overdue) 次") }
        if counts.reportsOverdue > 0 { warnings.append("报告逾期 \(counts.reportsOverdue) 份") }
        return ManualView.card(
            "plan-\(plan.id)", plan.name, "\(plan.year) 年",
            facts: [
                ManualView.fact("计划", "打开", href: SiteURL.manualPlan(plan.id).path),
                ManualView.fact("依据", plan.basis),
                ManualView.fact("点位", "\(Set(plan.lines.map(\.object)).count) 个"),
            ] + view.facts(of: counts), warnings: warnings)
    }
}

extension ManualView {
    /// Completion in words: counts with what they are of.
    func facts(of counts: ManualCompletion) -> [LabelledText] {
        func share(_ part: Int, _ whole: Int) -> String {
            guard whole > 0, let ratio = try? Rational(numerator: part * 100, denominator: whole),
                let text = try? ratio.rounded(decimals: 1)
            else { return "—" }
            return "\(part)/\(whole)（\(text) %）"
        }
        return [
            Self.fact("全年任务", "\(counts.planned) 次"),
            Self.fact("采样完成率", share(counts.sampled, counts.expected)),
            Self.fact("其中逾期才采", "\(counts.late) 次"), Self.fact("无法采样", "\(counts.excused) 次"),
            Self.fact("全部签发", "\(counts.done) 次"),
            Self.fact("报告按时率", share(counts.reportsOnTime, counts.reportsDue)),
        ]
    }

    /// The form of a plan; of one that is there, for another version.
    func planForm(_ plan: ManualPlan?, isOpen: Bool, lines: String = "") -> CaseForm {
        func value(_ field: String, _ stored: String) -> String { entered.first(field) ?? stored }
        let fixed: [CaseForm.Input] =
            plan == nil
            ? [
                .line("year", "年度", value("year", String(context.today.year)), needed: true),
                .choice("form", "采样记录表", rules.forms.map { ($0.code, $0.title) }, chosen: entered.first("form")),
            ] : []
        let frequencies = rules.frequencies.map(\.title).joined(separator: "、")
        let sets = rules.sets.map(\.title).joined(separator: "、")
        let address = plan.map { SiteURL.manualPlan($0.id) } ?? SiteURL.manualPlans()
        return CaseForm(
            plan == nil ? "制定计划" : "调整计划", address, isOpen: isOpen, hidden: [token, ("act", "plan")],
            [.line("name", "计划名称", value("name", plan?.name ?? ""), needed: true)] + fixed + [
                .line("basis", "依据（文件与文号）", value("basis", plan?.basis ?? ""), needed: true),
                .line("contractor", "检测机构（本局自测可不填）", value("contractor", plan?.contractor.name ?? "")),
                .line("certificate", "检测机构 CMA 编号", value("certificate", plan?.contractor.certificate ?? "")),
                .line(
                    "days", "采样后几天内交报告", value("days", plan.map { String($0.contractor.reportDays) } ?? "10"),
                    needed: true),
                .long("lines", "点位、项目、频次（一行一个点位）", value("lines", lines), needed: true),
            ] + (plan == nil ? [] : [.line("note", "调整的理由", text("note"), needed: true)]) + person("制定人"),
            button: plan == nil ? "制定" : "调整",
            hint: "每行写“点位；项目；频次”，如“W1断面；9项、化学需氧量；每月”。频次：\(frequencies)。项目组：\(sets)。")
    }
}
