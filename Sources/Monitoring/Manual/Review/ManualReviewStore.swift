package import Storage

/// Questions about the three-level review.
package enum ManualReviewStore {
    /// The steps taken of a report or sheet, oldest first.
    package static func steps(of subject: String, in connection: ReadConnection) throws -> [ManualReviewStep] {
        try connection.rows(
            """
            SELECT step, note, reviewer, actor, acting, decided, seq FROM manual_review WHERE subject = \(subject)
            ORDER BY seq
            """
        ) { row in
            ManualReviewStep(
                kind: ManualReviewStep.Kind(rawValue: try row.text("step")) ?? .returned, note: try row.text("note"),
                reviewer: try row.text("reviewer"),
                people: Set([try row.text("actor"), try row.optionalText("acting")].compactMap(\.self)),
                decidedMilliseconds: try row.integer("decided"), sequence: try row.integer("seq"))
        }
    }

    /// What is reviewed under an id; nil for none, and for a sheet whose items go to a laboratory.
    package static func subject(
        _ id: String, rules: ManualRules, in connection: ReadConnection
    ) throws -> ManualSubject? {
        let steps = try steps(of: id, in: connection)
        if let report = try LaboratoryStore.report(id, in: connection) {
            return ManualSubject(
                id: id, plan: report.plan, people: try LaboratoryStore.people(of: id, in: connection), steps: steps,
                report: report)
        }
        guard let sheet = try ManualSheetStore.sheet(id, in: connection),
            let plan = try ManualPlanStore.plan(sheet.task.plan, in: connection),
            let line = plan.line(sheet.task.object, sheet.task.frequency), let form = rules.form(plan.form),
            line.items.allSatisfy(form.onSite.contains)
        else { return nil }
        return ManualSubject(
            id: id, plan: plan.id, people: try ManualSheetStore.people(of: id, in: connection), steps: steps,
            report: nil)
    }
}
