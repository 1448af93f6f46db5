import Ledger
import Storage

/// What is put on record about the rules in use.
package enum RuleActions {
    /// The right to say by which rules the bureau judges.
    package static let adopt = Permission(rawValue: "catalog.rules.adopt")

    /// The rule files differ from those last on record: these hold from now on.
    package static let adopted = "catalog.rules.adopted"

    /// Figures of periods that are over are others by other rules.
    static let effect = ActionEffect.rule

    /// Where the rules lie that decide what is stored; figures and documents are made of it when they are asked for.
    private static let deciding = "/standards/"

    /// - Parameters:
    ///   - changed: the paths whose content differs from the last record; empty for the first one.
    ///   - predecessor: that record; 0 for the first one.
    static func adopt(
        _ listing: RuleListing, root: TreeHash, kept id: AttachmentID, changed: [String], after predecessor: Int64,
        by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: adopted, subject: "catalog",
            body: [
                "kind": "catalog", "version": 1, "root": .string(root.base64),
                "files": .integer(Int64(listing.files.count)), "listing": .string(id.rawValue),
                "follows": .integer(predecessor), "changed": .array(changed.map(CanonicalValue.string)),
            ])
    }

    static let kinds: [ActionKind] = [
        ActionKind(name: adopted, word: "采用规则目录", effect: effect, permission: adopt) { action, _ in
            guard action.body["listing"]?.text?.count == 64 else {
                throw RecordsError(.invalid, field: "listing", detail: action.body["listing"]?.text ?? "")
            }
        }
    ]

    /// Whether stored values may be others by the rules that a record puts in force.
    static func decidesStoredValues(_ record: LedgerRecord) -> Bool {
        guard record.action == adopted else { return false }
        return record.body["follows"]?.integer == 0
            || (record.body["changed"]?.elements ?? []).contains { $0.text?.contains(deciding) == true }
    }
}
