import Catalog
import Ledger
import Records
import Registry
import Standards
import Storage

/// What must hold before a plan, an excuse or an upload goes on record.
enum ManualPlanCheck {
    /// Points of a province have room.
    static let greatestLineCount = 5_000
    static let greatestNameLength = 100
    static let greatestNoteLength = 1_000
    private static let years = 2_000...2_100
    private static let greatestReportDays: Int64 = 365

    static func check(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let body = action.body
        guard MintedID.isID(action.subject), let plan = ManualPlan(id: action.subject, body: body) else {
            throw RecordsError(.invalid, field: "plan", detail: action.subject)
        }
        try name(body, "name")
        try name(body, "basis")
        try name(body, "person")
        try optional(body, "note", upTo: greatestNoteLength)
        try optional(body, "contractor", upTo: greatestNameLength)
        guard years.contains(plan.year) else { throw RecordsError(.invalid, field: "year", detail: "\(plan.year)") }
        guard (0...greatestReportDays).contains(body["reportDays"]?.integer ?? -1) else {
            throw RecordsError(.invalid, field: "reportDays", detail: "\(greatestReportDays)")
        }
        if !plan.contractor.name.isEmpty { try name(body, "certificate") }
        let rules = try ManualRules(catalog, on: Instant(milliseconds: milliseconds).beijingDate)
        guard let form = rules.form(plan.form) else { throw RecordsError(.invalid, field: "form", detail: plan.form) }
        guard !plan.lines.isEmpty, plan.lines.count <= greatestLineCount else {
            throw RecordsError(.invalid, field: "lines", detail: "\(plan.lines.count)")
        }
        try lines(of: plan, form, rules, connection)
        try revision(of: plan, body, connection)
    }

    private static func lines(
        of plan: ManualPlan, _ form: ManualForm, _ rules: ManualRules, _ connection: ReadConnection
    ) throws {
        var seen: Set<[String]> = []
        for line in plan.lines {
            guard let object = try RegistryStore.object(line.object, in: connection) else {
                throw RecordsError(.unknownSubject, field: "object", detail: line.object)
            }
            guard form.kinds.contains(object.kind.rawValue) else {
                throw RecordsError(.invalid, field: "object", detail: object.name)
            }
            guard rules.frequency(line.frequency) != nil else {
                throw RecordsError(.invalid, field: "frequency", detail: line.frequency)
            }
            guard !line.items.isEmpty, Set(line.items).count == line.items.count else {
                throw RecordsError(.invalid, field: "items", detail: object.name)
            }
            for item in line.items {
                guard let known = rules.item(item) else { throw RecordsError(.invalid, field: "items", detail: item) }
                guard form.needsLaboratory || form.onSite.contains(item) else {
                    throw RecordsError(.invalid, field: "onSite", detail: known.title)
                }
            }
            guard seen.insert([line.object, line.frequency]).inserted else {
                throw RecordsError(.invalid, field: "twice", detail: object.name)
            }
        }
    }

    /// Another version keeps what was sampled: its lines, year and sheet.
    private static func revision(of plan: ManualPlan, _ body: CanonicalValue, _ connection: ReadConnection) throws {
        guard let earlier = try ManualPlanStore.plan(plan.id, in: connection) else { return }
        try name(body, "note")
        guard earlier.year == plan.year, earlier.form == plan.form else {
            throw RecordsError(.invalid, field: "fixed", detail: earlier.name)
        }
        for sheet in try ManualSheetStore.sheets(of: plan.id, in: connection) {
            guard let before = earlier.line(sheet.task.object, sheet.task.frequency) else { continue }
            let after = plan.line(sheet.task.object, sheet.task.frequency)
            guard let after, Set(before.items).isSubset(of: after.items) else {
                throw RecordsError(.invalid, field: "kept", detail: sheet.task.object)
            }
        }
    }

    static func checkExcuse(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let now = Instant(milliseconds: milliseconds)
        let (task, _, _) = try self.task(action, connection, now, catalog)
        try name(action.body, "reason")
        try name(action.body, "person")
        guard action.subject == task.plan else {
            throw RecordsError(.invalid, field: "plan", detail: action.subject)
        }
        guard try ManualSheetStore.sheet(of: task, in: connection) == nil else {
            throw RecordsError(.invalid, field: "sampled", detail: task.window.description)
        }
        guard task.window <= now.beijingDate else {
            throw RecordsError(.invalid, field: "ahead", detail: task.window.description)
        }
    }

    /// The task that an action speaks of, with its plan and line.
    static func task(
        _ action: Action, _ connection: ReadConnection, _ now: Instant, _ catalog: RuleCatalog
    ) throws -> (task: ManualTaskID, plan: ManualPlan, line: ManualPlan.Line) {
        guard let task = ManualTaskID(body: action.body), let plan = try ManualPlanStore.plan(task.plan, in: connection)
        else { throw RecordsError(.unknownSubject, field: "plan", detail: action.body["plan"]?.text ?? "") }
        let rules = try ManualRules(catalog, on: now.beijingDate)
        guard let line = plan.line(task.object, task.frequency),
            rules.frequency(task.frequency)?.window(startingOn: task.window, year: plan.year) != nil
        else { throw RecordsError(.invalid, field: "task", detail: task.window.description) }
        return (task, plan, line)
    }

    static func checkUpload(_ action: Action, _ connection: ReadConnection, _ milliseconds: Int64) throws {
        let body = action.body
        guard try ManualPlanStore.plan(action.subject, in: connection) != nil else {
            throw RecordsError(.unknownSubject, field: "plan", detail: action.subject)
        }
        for field in ["receiver", "receipt", "person"] { try name(body, field) }
        guard CivilDate((body["month"]?.text ?? "") + "-01") != nil else {
            throw RecordsError(.invalid, field: "month", detail: body["month"]?.text ?? "")
        }
        let today = Instant(milliseconds: milliseconds).beijingDate
        guard let date = body["date"]?.text.flatMap({ CivilDate($0) }), date <= today else {
            throw RecordsError(.invalid, field: "date", detail: body["date"]?.text ?? "")
        }
        guard (body["count"]?.integer ?? 0) > 0, body["attachment"]?.text?.isEmpty == false else {
            throw RecordsError(.invalid, field: "nothing", detail: body["month"]?.text ?? "")
        }
    }

    /// A short text that must be there.
    static func name(_ body: CanonicalValue, _ field: String) throws {
        guard let text = body[field]?.text, !text.isEmpty, text.count <= greatestNameLength else {
            throw RecordsError(.invalid, field: field, detail: body[field]?.text.map { String($0.prefix(20)) } ?? "")
        }
    }

    static func optional(_ body: CanonicalValue, _ field: String, upTo length: Int) throws {
        guard (body[field]?.text ?? "").count <= length else {
            throw RecordsError(.invalid, field: field, detail: "\(length)")
        }
    }
}
