import Catalog
import Ledger
import Records
import Standards
import Storage

/// What sealing has to do with drafts: a document with a way is sealed at the end of it, any other one on its page.
enum DraftSealing {
    /// - Throws: `DraftRefusal`, `RecordsError`.
    static func check(
        _ action: Action, by rules: DraftRules?, _ catalog: RuleCatalog, _ connection: ReadConnection, _ time: Int64
    ) throws {
        guard let rules, let document = action.body["document"]?.text else { return }
        guard let id = action.body["draft"]?.text else {
            let day = Instant(secondsSince1970: time / 1_000).beijingDate
            if try PaperWay.way(of: document, on: day, in: catalog) != nil {
                throw DraftRefusal(.otherStage, DraftStage.drafting.rawValue)
            }
            return
        }
        guard let draft = try DraftStore.draft(id, in: connection) else { throw DraftRefusal(.unknownDraft, id) }
        guard let way = try PaperWay.way(of: document, on: draft.date, in: catalog) else { throw DraftRefusal(.noWay) }
        guard draft.stage == .sealing, draft.sealed == nil, draft.subject == action.subject else {
            throw DraftRefusal(.otherStage, draft.stage.rawValue)
        }
        // What is sealed is what was signed and numbered: nothing was put on record of the draft behind it.
        guard (action.body["asOf"]?.integer ?? -1) >= draft.last else { throw DraftRefusal(.moved, String(draft.last)) }
        // Figures, confirmations and relations are looked at once more: between signature and seal data may have come.
        let papers = try rules.papers(of: catalog)
        if let reason = try DraftJudge.sheet(draft, papers, in: connection).hindranceToSign { throw reason }
        let today = Instant(secondsSince1970: time / 1_000).beijingDate
        let person = try rules.people.acting(action.actor, today, connection)
        let roles = way.roles(at: .sealing)
        guard person.id == action.body["person"]?.text, !person.roles.isDisjoint(with: roles) else {
            throw DraftRefusal(.otherPost, roles.joined(separator: "、"))
        }
        guard action.body["to"]?.text == way.next(after: .sealing).rawValue else {
            throw RecordsError(.invalid, field: "to", detail: action.body["to"]?.text ?? "")
        }
    }
}
