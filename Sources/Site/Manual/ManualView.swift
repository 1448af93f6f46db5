import Ledger
import Monitoring
import Records
import Registry
import Standards

/// What the pages of manual monitoring share: the rules of today, names, small pieces of cards and forms.
struct ManualView {
    let context: PageContext
    let rules: ManualRules
    /// What was typed when an entry was refused.
    let entered: FormFields

    init(_ context: PageContext, entered: FormFields = FormFields("")) throws {
        self.context = context
        self.entered = entered
        rules = try ManualRules(context.catalog, on: context.today)
    }

    /// - Throws: `SiteError` with `.unknownObject` for a plan that is not there.
    func plan(_ id: String) throws -> ManualPlan {
        guard let plan = try ManualPlanStore.plan(id, in: context.connection) else {
            throw SiteError(.unknownObject, subject: "手工监测计划", detail: id)
        }
        return plan
    }

    func name(of object: String) throws -> String {
        try RegistryStore.object(object, in: context.connection)?.name ?? object
    }

    func may(_ permission: Permission) -> Bool { context.services.visitor.may(permission) }

    func text(_ field: String) -> String { entered.first(field) ?? "" }

    /// `2026-10-01—2026-10-31`, or the one day.
    static func words(_ window: ClosedRange<CivilDate>) -> String {
        window.count == 1 ? window.lowerBound.description : "\(window.lowerBound)—\(window.upperBound)"
    }

    var token: (String, String) { (FormToken.field, context.services.formToken.text) }

    /// Who enters it: asked for where nobody is signed in.
    func person(_ label: String = "登记人") -> [CaseForm.Input] {
        context.services.visitor.reviewerName == nil
            ? [.line("person", label, text("person"), needed: true)] : []
    }

    static func fact(_ label: String, _ value: String, href: String? = nil) -> LabelledText {
        LabelledText(label: label, value: value, href: href)
    }

    static func card(
        _ id: String, _ title: String, _ detail: String = "", tags: [CaseFilePage.Tag] = [],
        facts: [LabelledText] = [], warnings: [String] = [], tables: [CaseFilePage.Table] = [], forms: [CaseForm] = []
    ) -> CaseFilePage.Card {
        CaseFilePage.Card(
            id: id, title: title, detail: detail, tags: tags, thumbnailHref: nil, facts: facts, warnings: warnings,
            tables: tables, forms: forms)
    }

    /// A table; nil where it has no rows.
    static func table(
        _ caption: String, _ heads: [String], _ rows: [CaseFilePage.Table.Row], hint: String? = nil
    ) -> CaseFilePage.Table? {
        rows.isEmpty ? nil : CaseFilePage.Table(caption: caption, heads: heads, rows: rows, hint: hint)
    }

    /// What is said after something was recorded; nil for a record of another room.
    func notice(_ sequence: Int64?) throws -> String? {
        guard let sequence, let record = try RecordStore.record(sequence, in: context.connection),
            record.action.hasPrefix("monitoring.manual.")
        else { return nil }
        return "\(context.services.book.word(ofAction: record.action))已记入台账第 \(sequence) 条。"
    }

    /// A step back to a plan for the path above a page.
    func crumb(_ plan: ManualPlan) -> Breadcrumb {
        Breadcrumb(label: plan.name, href: SiteURL.manualPlan(plan.id).path)
    }
}
