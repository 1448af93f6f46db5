import Casework
import Ledger
import Records

/// What may be put on record about the papers of a matter. The subject is the matter.
package enum PaperActions {
    package static let written = "dossier.paper.written"
    static let numbered = "dossier.paper.numbered"
    static let signed = "dossier.paper.signed"
    static let completed = "dossier.paper.completed"
    static let spoiled = "dossier.paper.spoiled"

    static let all = [written, numbered, signed, completed, spoiled]

    static let kinds: [ActionKind] = [
        (written, "写文书"), (numbered, "文书编号"), (signed, "签署文书"), (completed, "回传文书"), (spoiled, "作废文书"),
    ].map { name, word in
        ActionKind(
            name: name, word: word, effect: .none, permission: CaseworkActions.act, checkingByRules: PaperCheck.check)
    }

    /// What an event puts on record.
    ///
    /// - Parameter people: facts about people by the fields that the event names.
    static func action(
        _ event: PaperEvent, of paper: PaperID, in matter: MatterID, follows: Int64?, people: [String: String] = [:],
        by actor: Actor
    ) -> Action {
        let name =
            switch event {
            case .written: written
            case .numbered: numbered
            case .signed: signed
            case .completed: completed
            case .spoiled: spoiled
            }
        var rules: [String] = []
        if case .written(let writing) = event { rules = [writing.form] }
        if case .numbered = event { rules = [NumberSeries.id] }
        return Action(
            actor: actor, name: name, subject: matter.rawValue, body: event.body(of: paper, follows: follows),
            rules: rules, personal: people)
    }
}
