import Monitoring
import Registry
import Standards

/// The forms of exceptional events: to apply, and to register the superior's decision.
struct ExceptionForms {
    let all: [CaseForm]

    init(
        rules: [AirExceptionRule], stations: [RegisteredObject], exceptions: [AirException],
        attempt: ExceptionAttempt?, in context: PageContext
    ) throws {
        let address = SiteURL(.exceptions)
        let name = context.services.visitor.reviewerName
        func hidden(_ act: ExceptionAttempt.Act) -> [(String, String)] {
            [(FormToken.field, context.services.formToken.text), ("act", act.rawValue)]
        }
        func text(_ act: ExceptionAttempt.Act, _ field: String) -> String {
            attempt?.act == act ? attempt?.fields.first(field) ?? "" : ""
        }
        func who(_ act: ExceptionAttempt.Act) -> [CaseForm.Input] {
            name == nil ? [.line("reviewer", "登记人", text(act, "reviewer"), needed: true)] : []
        }
        func extent(_ act: ExceptionAttempt.Act) -> [CaseForm.Input] {
            let items = Set(rules.flatMap(\.items)).sorted()
            return [
                .date("from", "起始日", text(act, "from"), needed: act == .apply),
                .date("to", "结束日（一天的可不填）", text(act, "to")),
            ]
                + items.map { .flag("item.\($0.rawValue)", $0.screenName, !text(act, "item.\($0.rawValue)").isEmpty) }
                + stations.map { .flag("station.\($0.id)", $0.name, !text(act, "station.\($0.id)").isEmpty) }
        }
        var forms = [
            CaseForm(
                "申请扣除", address, isOpen: attempt?.act == .apply, hidden: hidden(.apply),
                [
                    .choice(
                        "kind", "事件", rules.map { (value: $0.id, label: $0.title) }, chosen: text(.apply, "kind"))
                ] + extent(.apply) + [.long("reason", "理由和依据", text(.apply, "reason"), needed: true)] + who(.apply),
                button: "记入申请", hint: "申请本身不改变任何数值。")
        ]
        if !exceptions.isEmpty {
            let files = try stations.flatMap { station in
                try SourceAttachmentStore.attachments(of: [station.id], in: context.connection)
                    .filter { $0.removedBy == nil }
                    .map { (value: "\(station.id)|\($0.sequence)", label: "\(station.name)：\($0.fileName) \($0.note)") }
            }
            let applications = exceptions.map {
                (value: $0.id, label: "\(ExceptionWords.days($0.extent.days)) \($0.reason.prefix(20))")
            }
            forms.append(
                CaseForm(
                    "登记批复", address, isOpen: attempt?.act == .decide, hidden: hidden(.decide),
                    [
                        .choice("exception", "哪一件申请", applications, chosen: text(.decide, "exception")),
                        .choice(
                            "verdict", "批复",
                            [("approved", "批准"), ("refused", "不予批准"), ("revoked", "撤销此前的批准")],
                            chosen: text(.decide, "verdict")),
                    ] + extent(.decide) + [
                        .line("issuer", "批复单位", text(.decide, "issuer"), needed: true),
                        .line("document", "文号", text(.decide, "document"), needed: true),
                        .date("date", "批复日期", text(.decide, "date"), needed: true),
                        .choice("attachment", "文件", files, chosen: text(.decide, "attachment"), empty: "（请选择）"),
                        .long("note", "说明", text(.decide, "note")),
                    ] + who(.decide), button: "登记批复",
                    hint: "日期、站点、项目按批复填写，可以少于申请；批复文件先附在任一站点的一源一档里，再在这里选择。批准的数值不计入月、年均值，实况值照样保留。"))
        }
        all = forms
    }
}
