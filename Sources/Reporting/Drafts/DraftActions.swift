import Ledger
package import Records
import Standards
import Storage

/// What may be put on record about drafts.
package enum DraftActions {
    /// The right to begin drafts and to write in them.
    package static let write = Permission(rawValue: "reporting.draft.write")
    /// The right to confirm or dispute figures for a section.
    package static let answer = Permission(rawValue: "reporting.draft.answer")
    /// The right to act on a draft on its way; which post takes which step, the way says.
    package static let act = Permission(rawValue: "reporting.draft.act")

    package static let opened = "reporting.draft.opened"
    package static let written = "reporting.draft.written"
    package static let stated = "reporting.draft.stated"
    package static let answered = "reporting.draft.answered"
    package static let moved = "reporting.draft.moved"
    /// Every action whose subject is a draft.
    package static let all = [opened, written, stated, answered, moved]

    /// Begins a draft.
    ///
    /// - Parameters:
    ///   - period: as addresses name it; `date` is the day from which its figures are seen.
    ///   - corrects: the record of the sealed document that it corrects, with the reason; nil for a first edition.
    static func open(
        _ id: String, _ document: String, period: String, date: CivilDate, title: String, confirmBy: CivilDate,
        corrects: (sequence: Int64, reason: String)?, person: String, rules: [String], by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: opened, subject: id,
            body: [
                "kind": "draft", "version": 1, "document": .string(document), "period": .string(period),
                "date": .string(date.description), "title": .string(title),
                "confirmBy": .string(confirmBy.description), "person": .string(person),
                "corrects": corrects.map { .integer($0.sequence) } ?? .null,
                "reason": .string(corrects?.reason ?? ""),
            ], rules: rules)
    }

    /// Writes a slot's text; `follows` is the last record of the draft that the writer saw.
    static func write(
        _ text: String, into slot: String, of draft: String, follows: Int64, person: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: written, subject: draft,
            body: [
                "kind": "draft-text", "version": 1, "slot": .string(slot), "text": .string(text),
                "follows": .integer(follows), "person": .string(person),
            ])
    }

    /// States a number with its home, or takes it back.
    static func state(
        _ value: StatedValue?, named name: String, of draft: String, follows: Int64, person: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: stated, subject: draft,
            body: [
                "kind": "draft-value", "version": 1, "name": .string(name),
                "value": value.map { .string($0.value) } ?? .null, "unit": value.map { .string($0.unit) } ?? .null,
                "home": value?.home.canonical ?? .null, "follows": .integer(follows), "person": .string(person),
            ])
    }

    /// Says for a section what its figures are worth, as they are printed.
    static func answer(
        _ word: DraftAnswer.Word, of draft: String, role: String, printed: [String: String], reason: String,
        follows: Int64, person: String, by actor: Actor
    ) -> Action {
        let figures = printed.sorted { $0.key < $1.key }.map { name, text -> CanonicalValue in
            ["figure": .string(name), "printed": .string(text)]
        }
        return Action(
            actor: actor, name: answered, subject: draft,
            body: [
                "kind": "draft-answer", "version": 1, "word": .string(word.rawValue), "role": .string(role),
                "figures": .array(figures), "reason": .string(reason), "follows": .integer(follows),
                "person": .string(person),
            ])
    }

    /// Takes a step on the way, or one beside it.
    static func move(
        _ deed: DraftDeed, of draft: Draft, to stage: DraftStage, role: String, facts: [DraftFact: String],
        person: String, by actor: Actor
    ) -> Action {
        let stated = facts.sorted { $0.key.rawValue < $1.key.rawValue }.map { fact, text -> CanonicalValue in
            ["fact": .string(fact.rawValue), "text": .string(text)]
        }
        return Action(
            actor: actor, name: moved, subject: draft.id,
            body: [
                "kind": "draft-deed", "version": 1, "deed": .string(deed.rawValue),
                "from": .string(draft.stage.rawValue), "to": .string(stage.rawValue), "role": .string(role),
                "facts": .array(stated), "follows": .integer(draft.last), "person": .string(person),
            ])
    }

    static func kinds(_ rules: DraftRules) -> [ActionKind] {
        [
            (opened, "起草文件", write), (written, "填写文稿", write), (stated, "登记数字出处", write),
            (answered, "确认数据", answer), (moved, "办理文稿", act),
        ].map { name, word, right in
            ActionKind(name: name, word: word, effect: .none, permission: right) { action, connection, time, catalog in
                try DraftJudge(rules: rules, catalog: catalog, connection: connection, time: time).check(action)
            }
        }
    }
}
