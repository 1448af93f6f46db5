import Catalog
import Ledger
import Records
import Standards
import Storage

/// What must hold before a report goes on record. Its rows were read before; what they rest on may have changed meanwhile.
enum LaboratoryCheck {
    static func check(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let body = action.body
        let today = Instant(milliseconds: milliseconds).beijingDate
        guard MintedID.isID(action.subject) else {
            throw RecordsError(.invalid, field: "report", detail: action.subject)
        }
        guard let plan = try ManualPlanStore.plan(body["plan"]?.text ?? "", in: connection) else {
            throw RecordsError(.unknownSubject, field: "plan", detail: body["plan"]?.text ?? "")
        }
        for field in ["laboratory", "certificate", "number", "person", "file", "paperName"] {
            try ManualPlanCheck.name(body, field)
        }
        for field in ["attachment", "table", "paper", "root"] where body[field]?.text?.isEmpty != false {
            throw RecordsError(.invalid, field: field, detail: "")
        }
        guard let date = body["date"]?.text.flatMap({ CivilDate($0) }), date <= today else {
            throw RecordsError(.invalid, field: "date", detail: body["date"]?.text ?? "")
        }
        let rules = try ManualRules(catalog, on: today)
        let context = try LaboratoryContext(
            plan, corrects: try corrected(body, plan, connection), reported: date, rules: rules, in: connection)
        let rows = LaboratoryRow.rows(in: body)
        guard !rows.isEmpty, rows.count == body["rows"]?.elements?.count else {
            throw RecordsError(.invalid, field: "rows", detail: "\(rows.count)")
        }
        var seen: Set<LaboratoryContext.Place> = []
        for row in rows {
            if let refusal = context.refusal(of: row, after: &seen) {
                throw RecordsError(.invalid, field: "row", detail: refusal.message)
            }
        }
    }

    /// The issued report that one corrects; nil where it corrects none.
    private static func corrected(
        _ body: CanonicalValue, _ plan: ManualPlan, _ connection: ReadConnection
    ) throws -> LaboratoryReport? {
        guard let id = body["corrects"]?.text else { return nil }
        guard let report = try LaboratoryStore.report(id, in: connection), report.plan == plan.id,
            report.state == .issued
        else { throw RecordsError(.invalid, field: "corrects", detail: id) }
        return report
    }
}
