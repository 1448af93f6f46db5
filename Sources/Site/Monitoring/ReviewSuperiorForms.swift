import Monitoring
import Registry
import Standards

/// The forms beside a station's day: to ask its owner, to note a reply, to register a ruling.
struct ReviewSuperiorForms {
    let all: [CaseForm]

    init(
        station: RegisteredObject, day: CivilDate, questions: [ReviewQuestion], attempt: ReviewSuperiorAttempt?,
        in context: PageContext
    ) throws {
        let address = SiteURL(.reviewSuperior)
        let name = context.services.visitor.reviewerName
        func hidden(_ act: ReviewSuperiorAttempt.Act) -> [(String, String)] {
            [
                (FormToken.field, context.services.formToken.text), ("act", act.rawValue), ("station", station.id),
                ("day", day.description),
            ]
        }
        func text(_ act: ReviewSuperiorAttempt.Act, _ field: String) -> String {
            attempt?.act == act ? attempt?.fields.first(field) ?? "" : ""
        }
        func who(_ act: ReviewSuperiorAttempt.Act) -> [CaseForm.Input] {
            name == nil ? [.line("reviewer", "登记人", text(act, "reviewer"), needed: true)] : []
        }
        func values(_ act: ReviewSuperiorAttempt.Act) -> [CaseForm.Input] {
            [.line("hours", "时段（末时），如 7—9、12", text(act, "hours"), needed: true)]
                + AirItem.allCases.map {
                    .flag("item.\($0.rawValue)", $0.screenName, !text(act, "item.\($0.rawValue)").isEmpty)
                }
        }
        let asked = questions.map { (value: String($0.sequence), label: "第 \($0.sequence) 条：\($0.text.prefix(20))") }
        var forms: [CaseForm] = []
        if !StationOwnership.isReviewedHere(station) {
            forms.append(
                CaseForm(
                    "向上级站反映疑问", address, isOpen: attempt?.act == .ask, hidden: hidden(.ask),
                    values(.ask) + [
                        .line("addressee", "反馈给谁", text(.ask, "addressee"), needed: true),
                        .long("text", "疑问", text(.ask, "text"), needed: true),
                    ] + who(.ask), button: "记入疑问反馈", hint: "本局不改动上级站数据；答复和核定结果另行登记。"))
        }
        if !asked.isEmpty {
            forms.append(
                CaseForm(
                    "登记答复", address, isOpen: attempt?.act == .answer, hidden: hidden(.answer),
                    [
                        .choice("question", "答复哪一条", asked, chosen: text(.answer, "question")),
                        .line("issuer", "答复单位", text(.answer, "issuer"), needed: true),
                        .line("document", "文号（没有可不填）", text(.answer, "document")),
                        .date("date", "答复日期", text(.answer, "date"), needed: true),
                        .long("text", "答复内容", text(.answer, "text"), needed: true),
                    ] + who(.answer), button: "登记答复"))
        }
        let files = try SourceAttachmentStore.attachments(of: [station.id], in: context.connection)
            .filter { $0.removedBy == nil }
            .map { (value: String($0.sequence), label: "\($0.fileName) \($0.note)") }
        forms.append(
            CaseForm(
                "登记上级核定", address, isOpen: attempt?.act == .rule, hidden: hidden(.rule),
                values(.rule) + [
                    .choice(
                        "decision", "核定结果", [("accepted", "有效"), ("rejected", "无效"), ("entered", "以核定值计")],
                        chosen: text(.rule, "decision")),
                    .line("value", "核定值（仅以核定值计时，一次一个）", text(.rule, "value")),
                    .line("issuer", "核定单位", text(.rule, "issuer"), needed: true),
                    .line("document", "文号", text(.rule, "document"), needed: true),
                    .date("date", "发文日期", text(.rule, "date"), needed: true),
                    .choice("attachment", "文件", files, chosen: text(.rule, "attachment"), empty: "（请选择）"),
                    .choice("question", "对应的疑问反馈", asked, chosen: text(.rule, "question"), empty: "（无）"),
                    .long("note", "说明", text(.rule, "note")),
                ] + who(.rule), button: "登记上级核定",
                hint: "文件先附在该站点的一源一档里，再在这里选择。核定结果优先于本局的审核决定，并参加统计。"))
        all = forms
    }
}
