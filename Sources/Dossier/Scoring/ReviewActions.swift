import Accounts
package import Casework
import Catalog
import Ledger
package import Records
import Standards
import Storage

/// What persons say of the review of a file: answers to what no program decides, and grave faults that a leader lets pass. The
/// subject is the matter.
package enum ReviewActions {
    static let answered = "dossier.review.answered"
    static let overridden = "dossier.review.overridden"
    /// Longer reasons are no reasons.
    private static let greatestReasonLength = 4_000

    static let kinds: [ActionKind] = [
        ActionKind(
            name: answered, word: "评查判定", effect: .none, permission: CaseworkActions.act, checkingByRules: check),
        ActionKind(
            name: overridden, word: "重大问题说明理由放行", effect: .none, permission: CaseworkActions.act,
            checkingByRules: check),
    ]

    /// What a person says of an item.
    package static func answer(
        _ item: Int, isFault: Bool, reason: String, of matter: MatterID, by actor: Actor
    ) -> Action {
        action(answered, item, isFault: isFault, reason, matter, actor)
    }

    /// Lets a grave fault pass, with a reason that stays in the file.
    package static func override(_ item: Int, reason: String, of matter: MatterID, by actor: Actor) -> Action {
        action(overridden, item, isFault: false, reason, matter, actor)
    }

    private static func action(
        _ name: String, _ item: Int, isFault: Bool, _ reason: String, _ matter: MatterID, _ actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: name, subject: matter.rawValue,
            body: [
                "kind": "review-answer", "version": 1, "item": .integer(Int64(item)), "isFault": .bool(isFault),
                "reason": .string(reason),
            ], rules: [FatalRules.id])
    }

    private static func check(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let today = Instant(secondsSince1970: milliseconds / 1_000).beijingDate
        let person = try PaperCheck(connection: connection, catalog: catalog, today: today, actor: action.actor)
            .person()
        guard try MatterStore.matter(MatterID(rawValue: action.subject), in: connection) != nil else {
            throw PaperRefusal(.unknownMatter)
        }
        let rules = try FatalRules(catalog, on: today)
        guard let number = action.body["item"]?.integer,
            let item = rules.items.first(where: { $0.number == Int(number) })
        else { throw RecordsError(.invalid, field: "item", detail: "") }
        let reason = action.body["reason"]?.text ?? ""
        if reason.isEmpty { throw PaperRefusal(.reasonMissing) }
        if reason.count > greatestReasonLength { throw PaperRefusal(.tooLong, ["理由"]) }
        if action.name == overridden, !person.roles.contains(where: rules.mayOverride.contains) {
            throw PaperRefusal(.notInPost, ["第\(item.number)项放行"])
        }
    }
}
