import Casework
import Records

/// What may be put into case files. Every record's subject is the matter.
package enum CaseFileActions {
    package static let partyStated = "dossier.party.stated"
    /// A party of a matter that was kept elsewhere, by somebody without a post.
    package static let partyBrought = "dossier.party.brought"
    package static let chargeStated = "dossier.charge.stated"
    package static let lawDecided = "dossier.law.decided"
    package static let weighed = "dossier.fine.weighed"
    package static let evidenceTaken = "dossier.evidence.taken"
    package static let evidenceMoved = "dossier.evidence.moved"
    package static let evidenceExcluded = "dossier.evidence.excluded"

    package static let disclosed = "dossier.disclosure.made"
    package static let withdrawn = "dossier.disclosure.withdrawn"
    package static let opinionGiven = "dossier.opinion.given"

    static let words: [(name: String, word: String)] = [
        (partyStated, "登记当事人"), (partyBrought, "移入当事人"), (chargeStated, "登记案由"), (lawDecided, "选择适用的法律"),
        (weighed, "裁量罚款"),
        (evidenceTaken, "收入证据"), (evidenceMoved, "登记证据流转"), (evidenceExcluded, "排除证据"), (disclosed, "公开或者不予公开"),
        (withdrawn, "撤回公开"), (opinionGiven, "登记法律意见"),
    ]
    static let names = Set(words.map(\.name))

    /// Who acts in matters puts things into their files.
    static let kinds: [ActionKind] = words.map { name, word in
        let right = name == partyBrought ? CaseworkActions.bring : CaseworkActions.act
        return ActionKind(name: name, word: word, effect: .none, permission: right) {
            action, connection, milliseconds, catalog in
            try CaseFileJudgement(
                action: action, connection: connection, milliseconds: milliseconds, catalog: catalog
            ).check()
        }
    }
}
