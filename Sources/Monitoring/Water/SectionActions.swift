import Ledger
package import Records
import Registry
package import Standards

/// What may be put on record about a water section besides its values.
package enum SectionActions {
    /// The right to note a section's condition.
    package static let note = Permission(rawValue: "monitoring.section")

    static let conditionNoted = "monitoring.section.noted"

    /// Notes that a section was dry for a month (断流): it has no class then, and says why.
    package static func noteDry(_ section: String, month: CivilDate, note: String, by actor: Actor) -> Action {
        Action(
            actor: actor, name: conditionNoted, subject: section,
            body: [
                "kind": "section-condition", "version": 1, "month": .string(month.monthText),
                "condition": "dry", "note": .string(note),
            ])
    }

    static let kinds: [ActionKind] = [
        ActionKind(name: conditionNoted, word: "说明断面情况", effect: .scope, permission: note) { action, connection in
            guard try RegistryStore.object(action.subject, in: connection)?.kind == .section else {
                throw RecordsError(.unknownSubject, field: "section", detail: action.subject)
            }
            guard CivilDate((action.body["month"]?.text ?? "") + "-01") != nil else {
                throw RecordsError(.invalid, field: "month", detail: action.body["month"]?.text ?? "")
            }
        }
    ]
}
