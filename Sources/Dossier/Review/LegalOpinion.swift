import Ledger
import Records
package import Standards

/// What a legal adviser or a government lawyer (法律顾问、公职律师) advised on a matter, and what the bureau made of it.
package struct LegalOpinion: Hashable, Sendable {
    /// Who advised.
    package enum Adviser: String, CaseIterable, Sendable {
        case adviser = "法律顾问"
        case official = "公职律师"
    }

    static let kind = "case-opinion"
    /// The field of the commitment to who advised.
    static let nameField = "name"

    package let id: String
    /// The record; 0 before.
    package internal(set) var sequence: Int64 = 0
    package let adviser: Adviser
    /// The name; a fact about people.
    package internal(set) var name: String
    package let day: CivilDate
    package let words: String
    package let isAdopted: Bool
    /// Why it was adopted or not.
    package let reason: String

    package init(
        id: String, adviser: Adviser, name: String, day: CivilDate, words: String, isAdopted: Bool, reason: String
    ) {
        self.id = id
        self.adviser = adviser
        self.name = name
        self.day = day
        self.words = words
        self.isAdopted = isAdopted
        self.reason = reason
    }

    var body: CanonicalValue {
        [
            "kind": .string(Self.kind), "version": 1, "item": .string(id), "adviser": .string(adviser.rawValue),
            "day": RecordPart.day(day), "words": .string(words), "adopted": .bool(isAdopted),
            "reason": .string(reason),
        ]
    }

    /// Reads what a record says, without the name; nil when it is none.
    package init?(_ entry: CaseEntry) {
        self.init(entry.body)
        sequence = entry.sequence
    }

    init?(_ body: CanonicalValue) {
        guard body["kind"]?.text == Self.kind, let id = body["item"]?.text,
            let adviser = body["adviser"]?.text.flatMap(Adviser.init), let day = RecordPart.day(of: body["day"]),
            let words = body["words"]?.text, let isAdopted = body["adopted"]?.bool, let reason = body["reason"]?.text
        else { return nil }
        self.init(
            id: id, adviser: adviser, name: "", day: day, words: words, isAdopted: isAdopted, reason: reason)
    }
}

extension CaseFileJudgement {
    func checkOpinion() throws {
        guard let opinion = LegalOpinion(body), opinion.body == body,
            Set(action.personal.keys).isSubset(of: [LegalOpinion.nameField])
        else { throw malformed("opinion") }
        let fold = CaseFold(try CaseEntryStore.entries(of: matter, in: connection))
        guard fold.last[item] == nil else { throw malformed("item") }
        for (text, name) in [(opinion.words, "意见"), (opinion.reason, "采纳或者不采纳的理由")] {
            if text.isEmpty { throw CaseFileRefusal(.missing, name) }
            try bound(text, name)
        }
        if opinion.day > today { throw CaseFileRefusal(.wrong, "意见日期 \(opinion.day) 在今天之后") }
    }
}
