import Catalog
import Ledger
package import Records
import Standards
import Storage

/// What may be put on record about matters.
package enum CaseworkActions {
    /// The right to open matters and to act in them; which step whose post takes, its procedure says.
    package static let act = Permission(rawValue: "casework.act")

    /// A matter begins.
    package static let opened = "casework.matter.opened"
    /// Something happened to a matter: every `MatterAct` but the opening.
    package static let recorded = "casework.act.recorded"

    static let kinds: [ActionKind] = [
        ActionKind(name: opened, word: "立办件", effect: .none, permission: act, checkingByRules: MatterJudgement.check),
        ActionKind(name: recorded, word: "办理", effect: .none, permission: act, checkingByRules: MatterJudgement.check),
    ]

    /// What a judged order puts on record.
    static func action(_ record: MatterRecord, of matter: MatterID, rules: [String], by actor: Actor) -> Action {
        let isOpening = record.entry.act.kind == .opened
        return Action(
            actor: actor, name: isOpening ? opened : recorded, subject: matter.rawValue, body: record.body, rules: rules
        )
    }
}
