import Ledger
import Monitoring
import Records
import Standards

/// A step about alerts as it was posted.
struct AlertRecording {
    private let fields: FormFields
    private let services: SiteServices
    private let reviewer: String

    init(_ fields: FormFields, services: SiteServices) {
        self.fields = fields
        self.services = services
        reviewer = services.visitor.reviewerName ?? fields.first("reviewer") ?? ""
    }

    private func text(_ name: String) -> String { fields.first(name) ?? "" }

    /// Puts the step on record.
    ///
    /// - Returns: the record; nil where a day was surveyed and nothing new was found.
    /// - Throws: `RecordsError`.
    func record(
        reading: (@escaping @Sendable (PageContext) throws -> [AlertCandidate]) async throws -> [AlertCandidate]
    ) async throws -> Int64? {
        let ids = fields.all("alert")
        switch text("act") {
        case "assign":
            return try await record(
                AlertActions.assign(ids, to: text("person"), reviewer: reviewer, by: services.actor))
        case "close":
            guard let outcome = Alert.Outcome(rawValue: text("outcome")) else {
                throw RecordsError(.invalid, field: "outcome", detail: text("outcome"))
            }
            return try await record(
                AlertActions.close(ids, as: outcome, note: text("note"), reviewer: reviewer, by: services.actor))
        case "miss":
            guard let kind = AlertKind(rawValue: text("about")), let date = CivilDate(text("day")) else {
                throw RecordsError(.invalid, field: "date", detail: text("day"))
            }
            return try await record(
                AlertActions.miss(
                    kind, of: text("object"), on: date, note: text("note"), reviewer: reviewer, by: services.actor))
        case "survey":
            guard let day = CivilDate(text("day")) else {
                throw RecordsError(.invalid, field: "date", detail: text("day"))
            }
            let news = try await reading { context in
                let survey = try AlertSurvey(
                    day, now: context.now, catalog: context.catalog, in: context.connection)
                return try AlertStore.news(of: survey.candidates(), in: context.connection)
            }
            if news.isEmpty { return nil }
            return try await record(AlertActions.raise(news, on: day, by: services.actor))
        default:
            throw RecordsError(.invalid, field: "act", detail: text("act"))
        }
    }

    private func record(_ action: Action) async throws -> Int64 {
        try await services.book.record(action).sequence
    }

    /// What is said above the page after a step.
    static func notice(of sequence: Int64?, in context: PageContext) throws -> String? {
        guard let sequence else { return nil }
        if sequence == 0 { return "核对完毕，没有新的预警。" }
        guard let record = try RecordStore.record(sequence, in: context.connection) else { return nil }
        let count = record.body["alerts"]?.elements?.count ?? 0
        switch record.body["kind"]?.text {
        case "alerts": return "核对完毕，\(count) 条预警已记入台账第 \(sequence) 条。"
        case "alert-assignment": return "\(count) 条预警已派给 \(record.body["person"]?.text ?? "")，记入台账第 \(sequence) 条。"
        case "alert-outcome": return "\(count) 条预警已办结，记入台账第 \(sequence) 条。"
        case "alert-miss": return "漏报已登记，记入台账第 \(sequence) 条。"
        default: return nil
        }
    }

    /// Why a step was refused, and how to mend it.
    static func message(_ error: RecordsError) -> String {
        if error.code == .notPermitted { return "没有这一步的权限，没有记入。请由有权限的岗位办理。" }
        switch error.field {
        case "alerts" where error.detail == "0": return "没有选择预警，没有记入。请勾选后再提交。"
        case "alerts": return "预警刚有变化（\(error.detail)），没有记入。请刷新后再办理。"
        case "alert": return "没有编号为 \(error.detail) 的预警，没有记入。请刷新后重新勾选。"
        case "closed": return "预警 \(error.detail) 已由别人办结，没有记入。请刷新后再办理。"
        case "suppressed": return "预警 \(error.detail) 已抑制且没有抽中，不派人，没有记入。"
        case "outcome": return "没有选择结论，没有记入。请选择属实、误报或无法判断。"
        case "note" where error.detail.isEmpty: return "须写明查到什么，没有记入。请补齐后再提交。"
        case "note": return "说明超过 \(error.detail) 字，没有记入。请写短一些。"
        case "person": return "没有写派给谁，没有记入。请填写姓名。"
        case "reviewer": return "没有填写办理人，没有记入。请填写姓名。"
        case "object": return "没有登记对象 \(error.detail)，没有记入。"
        case "date": return "日期不对：\(error.detail)，没有记入。"
        default: return "没有记入：\(error.field) \(error.detail)"
        }
    }
}
