import Catalog
import Monitoring
import Records
import Registry
import Standards

extension ManualPage {
    /// One task: its sheet, or the form for it.
    init(
        task id: ManualTaskID, in context: PageContext, entered: FormFields = FormFields(""), recorded: Int64? = nil,
        error: String? = nil
    ) throws {
        let view = try ManualView(context, entered: entered)
        let plan = try view.plan(id.plan)
        guard
            let task = try ManualTaskStore.task(
                id, of: plan, rules: view.rules, at: context.now, in: context.connection),
            let form = view.rules.form(plan.form)
        else { throw SiteError(.unknownObject, subject: "采样任务", detail: id.window.description) }
        let name = try view.name(of: id.object)
        let frequency = view.rules.frequency(id.frequency)?.title ?? ""
        let forms = task.sheet == nil ? view.openForms(of: task, form) : view.sheetForms(of: task)
        self.init(
            frame: PageFrame(
                "\(name) \(ManualView.words(task.window))", in: context, at: .manual, path: [view.crumb(plan)],
                notice: try view.notice(recorded)),
            heading: "\(name) \(frequency)采样", sub: "\(ManualView.words(task.window))，\(form.title)", links: [],
            error: error,
            cards: [
                ManualView.card(
                    "task", "任务", task.state.title,
                    facts: [
                        ManualView.fact("项目", view.rules.titles(of: task.items)),
                        ManualView.fact("所缺项目", task.missing.isEmpty ? "无" : view.rules.titles(of: task.missing)),
                        task.reportDue.map { ManualView.fact("报告时限", $0.description) },
                        task.deliveredOn.map {
                            ManualView.fact("报告登记", $0.description + (task.isReportLate == true ? "（逾期）" : ""))
                        },
                        task.excuse.map { ManualView.fact("无法采样", $0) },
                    ].compactMap(\.self))
            ] + (try task.sheet.map { [try view.card(of: $0, form)] } ?? []), emptyText: "", forms: forms)
    }
}

extension ManualView {
    /// The forms of a task that nobody sampled.
    fileprivate func openForms(of task: ManualTask, _ form: ManualForm) -> [CaseForm] {
        var forms: [CaseForm] = []
        if may(ManualActions.enter), task.state != .ahead { forms.append(sheetForm(of: task, form)) }
        if may(ManualActions.plan), task.state == .due || task.state == .overdue {
            forms.append(
                CaseForm(
                    "说明无法采样", .manualTask(task.id), isOpen: text("act") == "excuse",
                    hidden: [token, ("act", "excuse")],
                    [.line("reason", "原因（断流、封冻、道路中断等）", text("reason"), needed: true)] + person(), button: "登记"))
        }
        return forms
    }

    private func sheetForm(of task: ManualTask, _ form: ManualForm) -> CaseForm {
        var inputs: [CaseForm.Input] = [
            .date("date", "采样日期", text("date"), needed: true),
            .line("time", "采样时刻，如 09:40", text("time"), needed: true),
            .line("people", "采样人（至少 \(form.samplers) 人，用顿号隔开）", text("people"), needed: true),
        ]
        if form.needsLaboratory, task.items.contains(where: { !form.onSite.contains($0) }) {
            inputs += [
                .line("sample", "样品编号", text("sample"), needed: true),
                .line("parallel", "现场平行样编号", text("parallel")),
                .line("blank", "全程序空白编号", text("blank")),
            ]
        }
        for code in task.items where form.onSite.contains(code) {
            guard let item = rules.item(code) else { continue }
            inputs.append(
                .line("value.\(code)", "\(item.title)（\(item.unit)）", text("value.\(code)"), needed: true))
        }
        for field in form.fields {
            let name = "field.\(field.code)"
            inputs.append(
                field.options.isEmpty
                    ? .line(name, field.title, text(name), needed: field.isNeeded)
                    : .choice(
                        name, field.title, field.options.map { ($0, $0) }, chosen: entered.first(name),
                        empty: field.isNeeded ? "（请选择）" : "（未填）"))
        }
        inputs.append(.long("note", "备注", text("note")))
        return CaseForm(
            "填写采样记录", .manualTask(task.id), isOpen: true, hidden: [token, ("act", "sample")], inputs,
            button: "记入采样记录")
    }

    /// The forms beside a sheet: to take it out, and to review what was measured on the spot alone.
    fileprivate func sheetForms(of task: ManualTask) -> [CaseForm] {
        guard let sheet = task.sheet else { return [] }
        var forms = reviewForms(of: sheet.id, at: .manualTask(task.id))
        if may(ManualActions.enter), task.state != .done {
            forms.append(
                CaseForm(
                    "作废采样记录（登记错误）", .manualTask(task.id), isOpen: text("act") == "void",
                    hidden: [token, ("act", "void"), ("sheet", sheet.id)],
                    [.line("reason", "理由", text("reason"), needed: true)] + person(), button: "作废"))
        }
        return forms
    }

    fileprivate func card(of sheet: ManualSheet, _ form: ManualForm) throws -> CaseFilePage.Card {
        let values = rules.items.filter { sheet.values[$0.code] != nil }.map { item in
            let value = sheet.values[item.code]?.description ?? ""
            return CaseFilePage.Table.Row(
                cells: [item.title, value, item.unit, verdict(of: item.code, on: sheet)], link: nil)
        }
        let fields = form.fields.compactMap { field in
            sheet.fields[field.code].map { Self.fact(field.title, $0) }
        }
        let steps = try ManualReviewStore.steps(of: sheet.id, in: context.connection)
        return Self.card(
            "sheet", "采样记录", sheet.sampled.minuteText,
            facts: [
                Self.fact("采样人", sheet.people.joined(separator: "、")),
                sheet.bottles.sample.isEmpty ? nil : Self.fact("样品编号", sheet.bottles.sample),
                sheet.bottles.parallel.isEmpty ? nil : Self.fact("现场平行样", sheet.bottles.parallel),
                sheet.bottles.blank.isEmpty ? nil : Self.fact("全程序空白", sheet.bottles.blank),
            ].compactMap(\.self) + fields
                + [
                    sheet.note.isEmpty ? nil : Self.fact("备注", sheet.note),
                    Self.fact("台账", "第 \(sheet.sequence) 条", href: SiteURL.record(sheet.sequence).path),
                ].compactMap(\.self),
            tables: [
                Self.table("现场测定", ["项目", "结果", "单位", "评价"], values), table(of: steps),
            ].compactMap(\.self))
    }

    /// Whether a level of noise keeps the limit of its zone and part of the day; empty for anything else.
    private func verdict(of item: String, on sheet: ManualSheet) -> String {
        guard item == "leq", let value = sheet.values[item],
            let point = try? RegistryStore.object(sheet.task.object, in: context.connection), point.kind == .noise,
            let zone = NoiseZone(rawValue: point.text("zoneClass")),
            let standard = try? context.catalog.rule(.noiseZones, on: sheet.sampled.beijingDate)
        else { return "" }
        let period: NoisePeriod = sheet.fields["period"] == "夜间" ? .night : .day
        guard let limit = try? standard.limit(zone, period),
            let isMet = try? standard.isMet(value, zone: zone, period: period)
        else { return "" }
        return "\(zone.rawValue) 类\(period == .day ? "昼间" : "夜间") \(limit) dB(A)，\(isMet ? "达标" : "超标")"
    }
}
