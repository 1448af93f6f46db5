import Ledger
import Monitoring
import Records
import Standards
import Storage

/// What the forms of manual monitoring put on record.
struct ManualRecording {
    let services: SiteServices
    let fields: FormFields

    private var person: String { services.visitor.reviewerName ?? text("person") }

    private func text(_ field: String) -> String { fields.first(field) ?? "" }

    /// A plan, or another version of one.
    ///
    /// - Parameter id: the plan; nil for a new one.
    /// - Throws: `ManualPlanText.Fault`, `RecordsError`.
    func plan(_ id: String?) async throws -> (plan: String, sequence: Int64) {
        let now = services.book.clock()
        let fields = fields
        let catalog = services.archive.catalog
        let plan = try await services.book.database.read { connection in
            let rules = try ManualRules(catalog, on: Instant(milliseconds: now).beijingDate)
            let earlier = try id.flatMap { try ManualPlanStore.plan($0, in: connection) }
            let formCode = earlier?.form ?? fields.first("form") ?? ""
            guard let form = rules.form(formCode) else {
                throw RecordsError(.invalid, field: "form", detail: formCode)
            }
            return ManualPlan(
                id: id ?? MintedID.mint(at: now), name: fields.first("name") ?? "",
                year: earlier?.year ?? Int(fields.first("year") ?? "") ?? 0, basis: fields.first("basis") ?? "",
                form: form.code,
                contractor: ManualPlan.Contractor(
                    name: fields.first("contractor") ?? "", certificate: fields.first("certificate") ?? "",
                    reportDays: Int(fields.first("days") ?? "") ?? -1),
                lines: try ManualPlanText.lines(
                    fields.first("lines") ?? "", form: form, rules: rules, in: connection))
        }
        let record = try await services.book.record(
            ManualActions.plan(plan, note: text("note"), person: person, by: services.actor))
        return (plan.id, record.sequence)
    }

    /// The receipt of a month, with the workbook as it is now.
    func upload(_ id: String) async throws -> Int64 {
        guard let month = CivilDate(month: text("month")) else {
            throw RecordsError(.invalid, field: "month", detail: text("month"))
        }
        guard let date = CivilDate(text("date")) else {
            throw RecordsError(.invalid, field: "date", detail: text("date"))
        }
        let services = services
        let (bytes, count) = try await services.book.database.read { connection in
            try Self.workbook(of: id, month: month, services, in: connection)
        }
        let file = try services.book.archive.attachments.store(bytes)
        return try await services.book.record(
            ManualActions.upload(
                id, month: month, file: file, count: count, receiver: text("receiver"), receipt: text("receipt"),
                on: date, person: person, by: services.actor)
        ).sequence
    }

    /// The issued values of a month as they are sent.
    static func workbook(
        of id: String, month: CivilDate, _ services: SiteServices, in connection: ReadConnection
    ) throws -> (bytes: [UInt8], count: Int) {
        guard let plan = try ManualPlanStore.plan(id, in: connection) else {
            throw SiteError(.unknownObject, subject: "手工监测计划", detail: id)
        }
        let rules = try ManualRules(services.archive.catalog, on: services.clock().beijingDate)
        return try ManualExport.workbook(of: plan, month: month, rules: rules, in: connection)
    }

    /// What a form of a task or report says; nil for one that is none.
    func action(of task: ManualTaskID?) throws -> Action? {
        let actor = services.actor
        switch text("act") {
        case "sample": return try task.map { ManualActions.sample(try sheet(of: $0), by: actor) }
        case "excuse":
            return task.map { ManualActions.excuse($0, reason: text("reason"), person: person, by: actor) }
        case "void":
            return ManualActions.void(sheet: text("sheet"), reason: text("reason"), person: person, by: actor)
        case "review":
            return ManualReviewStep.Kind(rawValue: text("step")).map { step in
                ManualReviewActions.take(
                    step, of: text("subject"), note: text("note"), reviewer: person, by: actor)
            }
        default: return nil
        }
    }

    private func sheet(of task: ManualTaskID) throws -> ManualSheet {
        guard let date = CivilDate(text("date")), let sampled = Self.moment(date, text("time")) else {
            throw RecordsError(.invalid, field: "at", detail: "\(text("date")) \(text("time"))")
        }
        var values: [String: ExactDecimal] = [:]
        var more: [String: String] = [:]
        for (name, typed) in fields.pairs {
            let value = typed.trimmingBlanks
            if value.isEmpty { continue }
            if name.hasPrefix("value.") {
                guard let decimal = ExactDecimal(value) else {
                    throw RecordsError(.invalid, field: "value", detail: "")
                }
                values[String(name.dropFirst("value.".count))] = decimal
            } else if name.hasPrefix("field.") {
                more[String(name.dropFirst("field.".count))] = value
            }
        }
        return ManualSheet(
            id: MintedID.mint(at: services.book.clock()), task: task, sampled: sampled,
            bottles: ManualSheet.Bottles(
                sample: text("sample"), parallel: text("parallel"), blank: text("blank")),
            people: text("people").split(whereSeparator: { "、，,；; ".contains($0) }).map(String.init), fields: more,
            values: values, note: text("note"))
    }

    /// `09:40`, also with a full-width colon.
    private static func moment(_ date: CivilDate, _ text: String) -> Instant? {
        let parts = text.split(whereSeparator: { ":：".contains($0) }).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        return Instant(beijing: date, hour: hour, minute: minute)
    }
}
