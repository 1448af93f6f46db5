import Catalog
import Ledger
package import Records
import Standards
import Storage

/// What may be put on record about matters.
package enum CaseworkActions {
    /// The right to open matters and to act in them; which step whose post takes, its procedure says.
    package static let act = Permission(rawValue: "casework.act")

    /// The right to bring in matters that were kept elsewhere, many at once: of whoever sits at the machine.
    package static let bring = Permission(rawValue: "casework.bring")

    /// A matter begins.
    package static let opened = "casework.matter.opened"
    /// A matter that was kept elsewhere is brought in by somebody without a post.
    package static let brought = "casework.matter.brought"
    /// Something happened to a matter: every `MatterAct` but the opening.
    package static let recorded = "casework.act.recorded"

    /// Whether a record of this action is part of a matter's history.
    static func isOfMatters(_ action: String) -> Bool { [opened, brought, recorded].contains(action) }

    static func kinds(_ conditions: [StepCondition]) -> [ActionKind] {
        [(opened, "立办件", act), (brought, "移入办件", bring), (recorded, "办理", act)].map { name, word, right in
            ActionKind(name: name, word: word, effect: .none, permission: right) { action, connection, time, catalog in
                try MatterJudgement.check(action, conditions, connection, time, catalog)
            }
        }
    }

    /// What a judged order puts on record.
    static func action(_ record: MatterRecord, of matter: MatterID, rules: [String], by actor: Actor) -> Action {
        Action(
            actor: actor, name: name(of: record.entry.act, by: actor), subject: matter.rawValue, body: record.body,
            rules: rules)
    }

    /// The action that an act is.
    static func name(of act: MatterAct, by actor: Actor) -> String {
        guard act.kind == .opened else { return recorded }
        return isBringing(act, actor) ? brought : opened
    }

    /// Whether an act brings a matter in by somebody who has the right to it and no post.
    static func isBringing(_ act: MatterAct, _ actor: Actor) -> Bool {
        guard case .opened(let opening) = act, opening.origin == .imported else { return false }
        return actor.permissions.contains(bring)
    }
}
