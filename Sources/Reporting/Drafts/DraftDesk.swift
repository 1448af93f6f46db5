import Catalog
import Ledger
package import Records
package import Standards
import Storage

/// Where people draft documents and bring them on their way: puts on record what they do, or says why not.
package struct DraftDesk: Sendable {
    private let book: RecordBook
    private let rules: DraftRules

    package init(_ book: RecordBook, rules: DraftRules) {
        self.book = book
        self.rules = rules
    }

    private var today: CivilDate { Instant(secondsSince1970: book.clock() / 1_000).beijingDate }

    /// Begins a draft of a period, or a correction of the edition that was sealed last.
    ///
    /// - Parameters:
    ///   - date: the day from which the figures are seen: the last day of a year, the first of a month.
    ///   - confirmBy: the last day on which sections confirm their figures.
    ///   - reason: why the last edition is corrected; not used for a first one.
    /// - Returns: the id of the draft.
    /// - Throws: `DraftRefusal`, `RecordsError`, `ReportingError`.
    package func open(
        _ document: String, on date: CivilDate, confirmBy: CivilDate, reason: String = "", by actor: Actor
    ) async throws -> String {
        let (catalog, day) = (book.archive.catalog, today)
        let definition = try rules.papers(of: catalog).definition(document, on: date)
        let period = definition.address(of: date)
        let id = MintedID.mint(at: book.clock())
        let (person, sealed) = try await book.database.read { [rules] connection in
            (
                try rules.people.acting(actor, day, connection),
                try SealStore.last("\(document)/\(period)", in: connection)?.sequence
            )
        }
        try await book.record(
            DraftActions.open(
                id, document, period: period, date: date, title: definition.header.title, confirmBy: confirmBy,
                corrects: sealed.map { ($0, reason) }, person: person.id, rules: [document], by: actor))
        return id
    }

    /// Writes a slot's text.
    ///
    /// - Parameter follows: the record of the text that the writer had on screen; 0 for none.
    package func write(
        _ text: String, into slot: String, of draft: String, follows: Int64, by actor: Actor
    ) async throws {
        let person = try await person(actor)
        try await book.record(
            DraftActions.write(text, into: slot, of: draft, follows: follows, person: person.id, by: actor))
    }

    /// States a number with its home, or takes it back (nil).
    package func state(
        _ name: String, _ value: (text: String, unit: String, home: StatedValue.Home)?, of draft: String,
        by actor: Actor
    ) async throws {
        let person = try await person(actor)
        let stated = value.map {
            StatedValue(name: name, value: $0.text, unit: $0.unit, home: $0.home, person: person.id)
        }
        try await book.record(
            DraftActions.state(stated, named: name, of: draft, follows: 0, person: person.id, by: actor))
    }

    /// Says for a section what its figures are worth.
    ///
    /// - Parameter printed: what was on screen of each figure, by its address; of a dispute only the disputed ones.
    package func answer(
        _ word: DraftAnswer.Word, for role: String, _ printed: [String: String], reason: String = "",
        of draft: String, by actor: Actor
    ) async throws {
        let person = try await person(actor)
        try await book.record(
            DraftActions.answer(
                word, of: draft, role: role, printed: printed, reason: reason, follows: 0, person: person.id, by: actor)
        )
    }

    /// Takes a step.
    ///
    /// - Parameters:
    ///   - role: the post in which it is done; nil takes the first of the actor's that may.
    ///   - seen: the last record of the draft on screen.
    package func move(
        _ deed: DraftDeed, _ facts: [DraftFact: String] = [:], of id: String, as role: String? = nil,
        seen: Int64? = nil, by actor: Actor
    ) async throws {
        let papers = try rules.papers(of: book.archive.catalog)
        let person = try await person(actor)
        let draft = try await book.database.read { try DraftStore.draft(id, in: $0) }
        guard let draft else { throw DraftRefusal(.unknownDraft, id) }
        if let seen, seen != draft.last { throw DraftRefusal(.moved, String(draft.last)) }
        guard let way = try papers.way(of: draft.document, on: draft.date) else { throw DraftRefusal(.noWay) }
        let course = DraftCourse(draft: draft, way: way)
        let mine = course.roles(for: deed).filter { person.roles.contains($0) }
        let chosen = role ?? mine.first { deed != .countersign || !draft.countersigned.contains($0) }
        guard let chosen, let to = try course.stage(after: deed, facts: facts, by: person, as: chosen) else {
            throw DraftRefusal(.otherPost, course.roles(for: deed).joined(separator: "、"))
        }
        try await book.record(
            DraftActions.move(deed, of: draft, to: to, role: chosen, facts: facts, person: person.id, by: actor))
    }

    /// Who acts.
    package func person(_ actor: Actor) async throws -> DraftPerson {
        let day = today
        return try await book.database.read { [rules] in try rules.people.acting(actor, day, $0) }
    }
}
