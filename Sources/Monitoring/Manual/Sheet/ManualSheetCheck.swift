import Catalog
import Ledger
import Records
import Standards
import Storage

/// What must hold before a sampling sheet goes on record or is taken out.
enum ManualSheetCheck {
    static func check(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let now = Instant(milliseconds: milliseconds)
        let (task, plan, line) = try ManualPlanCheck.task(action, connection, now, catalog)
        guard MintedID.isID(action.subject), let sheet = ManualSheet(id: action.subject, body: action.body) else {
            throw RecordsError(.invalid, field: "value", detail: "")
        }
        let rules = try ManualRules(catalog, on: now.beijingDate)
        guard let form = rules.form(plan.form) else { throw RecordsError(.invalid, field: "form", detail: plan.form) }
        guard try ManualSheetStore.sheet(of: task, in: connection) == nil else {
            throw RecordsError(.invalid, field: "sampled", detail: task.window.description)
        }
        guard sheet.sampled <= now, sheet.sampled.beijingDate >= task.window else {
            throw RecordsError(.invalid, field: "at", detail: sheet.sampled.beijingDate.description)
        }
        let people = Set(sheet.people.filter { !$0.isEmpty && $0.count <= ManualPlanCheck.greatestNameLength })
        guard people.count == sheet.people.count, people.count >= form.samplers else {
            throw RecordsError(.invalid, field: "people", detail: "\(form.samplers)")
        }
        try ManualPlanCheck.optional(action.body, "note", upTo: ManualPlanCheck.greatestNoteLength)
        try bottles(of: sheet, line, form, connection)
        try fields(of: sheet, form)
        try values(of: sheet, line, form, rules)
    }

    private static func bottles(
        of sheet: ManualSheet, _ line: ManualPlan.Line, _ form: ManualForm, _ connection: ReadConnection
    ) throws {
        let goesToLaboratory = form.needsLaboratory && line.items.contains { !form.onSite.contains($0) }
        guard !sheet.bottles.sample.isEmpty || !goesToLaboratory else {
            throw RecordsError(.invalid, field: "bottle", detail: "")
        }
        let all = sheet.bottles.all
        guard Set(all).count == all.count else { throw RecordsError(.invalid, field: "bottle", detail: all[0]) }
        for number in all {
            guard number.count <= ManualPlanCheck.greatestNameLength,
                try ManualSheetStore.sheet(ofBottle: number, in: connection) == nil
            else { throw RecordsError(.invalid, field: "bottle", detail: String(number.prefix(40))) }
        }
    }

    private static func fields(of sheet: ManualSheet, _ form: ManualForm) throws {
        for field in form.fields {
            let text = sheet.fields[field.code] ?? ""
            if text.isEmpty {
                if field.isNeeded { throw RecordsError(.invalid, field: "field", detail: field.title) }
                continue
            }
            let isFitting =
                text.count <= ManualPlanCheck.greatestNoteLength
                && (field.options.isEmpty || field.options.contains(text))
                && (!field.isNumber || ExactDecimal(text) != nil)
            if !isFitting { throw RecordsError(.invalid, field: "field", detail: field.title) }
        }
        for code in sheet.fields.keys.sorted() where !form.fields.contains(where: { $0.code == code }) {
            throw RecordsError(.invalid, field: "field", detail: code)
        }
    }

    private static func values(
        of sheet: ManualSheet, _ line: ManualPlan.Line, _ form: ManualForm, _ rules: ManualRules
    ) throws {
        let wanted = line.items.filter(form.onSite.contains)
        for item in wanted where sheet.values[item] == nil {
            throw RecordsError(.invalid, field: "value", detail: rules.item(item)?.title ?? item)
        }
        for (item, value) in sheet.values.sorted(by: { $0.key < $1.key }) {
            guard wanted.contains(item), ManualValue.isPossible(value, item: item) else {
                throw RecordsError(.invalid, field: "value", detail: rules.item(item)?.title ?? item)
            }
        }
    }

    /// Once anything rests on a sheet it stands.
    static func checkVoid(_ action: Action, _ connection: ReadConnection) throws {
        guard let sheet = try ManualSheetStore.sheet(action.subject, in: connection) else {
            throw RecordsError(.unknownSubject, field: "sheet", detail: action.subject)
        }
        try ManualPlanCheck.name(action.body, "reason")
        try ManualPlanCheck.name(action.body, "person")
        let steps = try ManualReviewStore.steps(of: sheet.id, in: connection)
        let rows = try LaboratoryStore.standing(of: sheet.task.plan, in: connection)
        let entered = try ManualSheetStore.entered(of: sheet.task.plan, in: connection)
        guard !steps.contains(where: { $0.kind == .issued }), !entered.contains(sheet.id),
            !rows.contains(where: { sheet.bottles.all.contains($0.row.sample) })
        else { throw RecordsError(.invalid, field: "used", detail: sheet.bottles.sample) }
    }
}
