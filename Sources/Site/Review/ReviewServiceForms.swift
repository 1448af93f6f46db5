import Monitoring
import Registry
import Standards

/// The forms of 运维与质控: to enter a record, to ask a contractor, to note an answer, to take a record back.
struct ReviewServiceForms {
    let all: [CaseForm]

    private let stations: [RegisteredObject]
    private let attempt: ReviewServiceAttempt?
    private let context: PageContext
    /// The company that looks after the first of the stations that has one.
    private let contractor: String
    private var address: SiteURL { SiteURL(.reviewService) }

    /// - Parameters:
    ///   - records: those shown; only they can be taken back here.
    ///   - requests: those that nobody has answered.
    init(
        stations: [RegisteredObject], records: [ServiceRecord], requests: [ReviewQuestion],
        attempt: ReviewServiceAttempt?, in context: PageContext
    ) throws {
        let fill = Self(stations, attempt, context)
        var forms = [fill.record]
        let own = stations.filter(StationOwnership.isReviewedHere)
        if !own.isEmpty { forms.append(fill.request(own, try ReviewClocks(context.catalog, on: context.today))) }
        if !requests.isEmpty { forms.append(fill.answer(requests)) }
        self = Self(stations, attempt, context, all: forms + fill.withdrawals(records))
    }

    private init(
        _ stations: [RegisteredObject], _ attempt: ReviewServiceAttempt?, _ context: PageContext, all: [CaseForm] = []
    ) {
        self.stations = stations
        self.attempt = attempt
        self.context = context
        self.all = all
        contractor = stations.lazy.map { $0.text("operator") }.first { !$0.isEmpty } ?? ""
    }

    private var record: CaseForm {
        let inputs: [CaseForm.Input] = [
            place(.record, stations), .line("number", "记录编号", was(.record, "number"), needed: true),
            .choice(
                "work", "工作", ServiceRecord.Work.allCases.map { ($0.rawValue, $0.title) },
                chosen: was(.record, "work")),
            .line("time", "起止时间，如 2026-11-20 09:10—10:40", was(.record, "time"), needed: true),
            .line("company", "运维单位", was(.record, "company", otherwise: contractor), needed: true),
            .line("technician", "办理人", was(.record, "technician"), needed: true),
        ]
        let findings: [CaseForm.Input] = [
            .long("checks", "质控结果，每行一项，如：O₃ 跨度 3.2", was(.record, "checks")),
            .long("note", "说明", was(.record, "note")),
        ]
        return CaseForm(
            "登记运维/校准记录", address, isOpen: attempt?.act == .record, hidden: hidden(.record),
            inputs + items(.record) + findings + who(.record), button: "登记",
            hint: "不勾选项目即对全部项目。零点误差按项目单位、跨度误差按百分数，带正负号；超出失控限的，上次合格检查以来的数据会提示审核。")
    }

    private func request(_ own: [RegisteredObject], _ clocks: ReviewClocks) -> CaseForm {
        let inputs: [CaseForm.Input] = [
            place(.ask, own),
            .date("date", "数据日期", was(.ask, "date", otherwise: context.yesterday.description), needed: true),
            .line("hours", "时段（末时），如 7—9、12", was(.ask, "hours"), needed: true),
        ]
        let question: [CaseForm.Input] = [
            .line("addressee", "运维单位", was(.ask, "addressee", otherwise: contractor), needed: true),
            .line("due", "答复时限（小时）", was(.ask, "due", otherwise: String(clocks.answerHours)), needed: true),
            .long("text", "要求说明的事项", was(.ask, "text"), needed: true),
        ]
        return CaseForm(
            "发出运维工单", address, isOpen: attempt?.act == .ask, hidden: hidden(.ask),
            inputs + items(.ask) + question + who(.ask), button: "发出工单")
    }

    private func answer(_ requests: [ReviewQuestion]) -> CaseForm {
        let open = requests.map {
            (value: "\($0.sequence)@\($0.station)", label: "第 \($0.sequence) 条：\($0.text.prefix(20))")
        }
        let inputs: [CaseForm.Input] = [
            .choice("question", "答复哪一件", open, chosen: was(.answer, "question")),
            .line("issuer", "答复单位", was(.answer, "issuer", otherwise: contractor), needed: true),
            .line("document", "运维记录编号（有的话）", was(.answer, "document")),
            .date("date", "答复日期", was(.answer, "date", otherwise: context.today.description), needed: true),
            .long("text", "答复内容", was(.answer, "text"), needed: true),
        ]
        return CaseForm(
            "登记运维答复", address, isOpen: attempt?.act == .answer, hidden: hidden(.answer), inputs + who(.answer),
            button: "登记答复")
    }

    private func withdrawals(_ records: [ServiceRecord]) -> [CaseForm] {
        let standing = records.filter { $0.withdrawn == nil }
        return Set(standing.map(\.object)).sorted().map { object in
            let own = standing.filter { $0.object == object }.map { (value: String($0.sequence), label: $0.number) }
            let isOpen = attempt?.act == .withdraw && attempt?.station == object
            return CaseForm(
                "撤销记录（\(object)）", address, isOpen: isOpen, hidden: hidden(.withdraw) + [("station", object)],
                [
                    .choice("record", "哪一条", own, chosen: nil),
                    .line("reason", "原因", isOpen ? attempt?.text("reason") ?? "" : "", needed: true),
                ] + who(.withdraw), button: "撤销")
        }
    }

    private func was(_ act: ReviewServiceAttempt.Act, _ field: String, otherwise: String = "") -> String {
        attempt?.act == act ? attempt?.text(field) ?? otherwise : otherwise
    }

    private func hidden(_ act: ReviewServiceAttempt.Act) -> [(String, String)] {
        [(FormToken.field, context.services.formToken.text), ("act", act.rawValue)]
    }

    private func who(_ act: ReviewServiceAttempt.Act) -> [CaseForm.Input] {
        context.services.visitor.reviewerName == nil
            ? [.line("reviewer", "登记人", was(act, "reviewer"), needed: true)] : []
    }

    private func place(_ act: ReviewServiceAttempt.Act, _ stations: [RegisteredObject]) -> CaseForm.Input {
        .choice("station", "站点", stations.map { ($0.id, $0.name) }, chosen: was(act, "station"))
    }

    private func items(_ act: ReviewServiceAttempt.Act) -> [CaseForm.Input] {
        AirItem.allCases.map { .flag("item.\($0.rawValue)", $0.screenName, !was(act, "item.\($0.rawValue)").isEmpty) }
    }
}
