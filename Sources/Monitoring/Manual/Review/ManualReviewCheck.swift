import Catalog
import Ledger
import Records
import Standards
import Storage

/// What must hold before a step of the three-level review: its order, and that each is another person's.
enum ManualReviewCheck {
    static func check(
        _ step: ManualReviewStep.Kind, _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64,
        _ catalog: RuleCatalog
    ) throws {
        let rules = try ManualRules(catalog, on: Instant(milliseconds: milliseconds).beijingDate)
        guard let subject = try ManualReviewStore.subject(action.subject, rules: rules, in: connection) else {
            throw RecordsError(.unknownSubject, field: "subject", detail: action.subject)
        }
        try ManualPlanCheck.name(action.body, "reviewer")
        try ManualPlanCheck.optional(action.body, "note", upTo: ManualPlanCheck.greatestNoteLength)
        let note = action.body["note"]?.text ?? ""
        guard let next = subject.next else {
            throw RecordsError(.invalid, field: "closed", detail: subject.steps.last?.kind.title ?? "")
        }
        if step == .returned {
            guard !note.isEmpty else { throw RecordsError(.invalid, field: "note", detail: "") }
        } else {
            guard step == next else { throw RecordsError(.invalid, field: "order", detail: next.title) }
        }
        // Whoever brought it may take it back.
        if step == .returned { return }
        let own = Set([action.actor.id, action.actor.actingFor].compactMap(\.self))
        let others = subject.people.union(subject.steps.flatMap(\.people))
        if let same = own.intersection(others).min() { throw RecordsError(.invalid, field: "same", detail: same) }
        guard step == .checked, note.isEmpty, let report = subject.report else { return }
        let findings = try ManualQualityStore.findings(of: report.id, rule: rules.quality, rules: rules, in: connection)
        if let bad = findings.first(where: { !$0.isGood }) {
            throw RecordsError(.invalid, field: "quality", detail: bad.text)
        }
    }
}
