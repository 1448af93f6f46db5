package import Casework
import Catalog
import Ledger
package import Records
package import Standards
import Storage

/// Where people write, number, sign and return the papers of a matter.
package struct PaperDesk: Sendable {
    /// How often a number is asked for anew when somebody else was given it at the same moment.
    private static let attempts = 20

    private let book: RecordBook

    package init(_ book: RecordBook) { self.book = book }

    private var today: CivilDate { Instant(secondsSince1970: book.clock() / 1_000).beijingDate }

    /// What somebody wants a paper to say.
    package struct Draft: Sendable {
        package var form: PaperForm
        package var document: String
        package var day: CivilDate?
        /// By elements; empty values are left out.
        package var values: [String: PaperValue]

        package init(form: PaperForm, document: String, day: CivilDate?, values: [String: PaperValue]) {
            self.form = form
            self.document = document
            self.day = day
            self.values = values
        }
    }

    /// Begins a paper.
    ///
    /// - Throws: `PaperRefusal`, `RecordsError`. Nothing has changed then.
    @discardableResult
    package func begin(_ draft: Draft, in matter: MatterID, by actor: Actor) async throws -> PaperID {
        let paper = PaperID(rawValue: MintedID.mint(at: book.clock()))
        try await write(draft, paper, matter, after: nil, by: actor)
        return paper
    }

    /// Gives a paper another revision.
    ///
    /// - Parameter last: the last record about it that the person saw.
    /// - Throws: as `begin`; `.moved` when others changed it since.
    package func revise(
        _ draft: Draft, of paper: PaperID, in matter: MatterID, after last: Int64, by actor: Actor
    ) async throws {
        try await write(draft, paper, matter, after: last, by: actor)
    }

    private func write(
        _ draft: Draft, _ paper: PaperID, _ matter: MatterID, after last: Int64?, by actor: Actor
    ) async throws {
        let given = draft.values.filter { !$0.value.isEmpty }
        var people: [String: String] = [:]
        var fields: [String: String] = [:]
        for element in draft.form.elements where element.isPersonal {
            guard let value = given[element.name] else { continue }
            let field = "p\(people.count + 1)"
            people[field] = value.canonicalText
            fields[field] = element.name
        }
        let writing = PaperEvent.Writing(
            form: draft.form.id, formVersion: draft.form.version, document: draft.document, day: draft.day,
            values: given.filter { draft.form.element($0.key)?.isPersonal != true }, people: fields)
        try await book.record(
            PaperActions.action(.written(writing), of: paper, in: matter, follows: last, people: people, by: actor))
    }

    /// Gives a paper the next number of its series.
    ///
    /// - Returns: the number as printed.
    @discardableResult
    package func number(_ paper: PaperID, in matter: MatterID, after last: Int64, by actor: Actor) async throws
        -> String
    {
        for attempt in 1... {
            let event = try await prepare(paper, by: actor) { try $0.number(for: $1) }
            do {
                try await book.record(
                    PaperActions.action(event, of: paper, in: matter, follows: last, by: actor))
            } catch let error as RecordsError where error.code == .superseded && attempt < Self.attempts {
                continue
            }
            if case .numbered(_, _, _, let number) = event { return number }
        }
        return ""
    }

    /// Signs a paper electronically as one of its parts; the last signature completes it.
    package func sign(
        _ paper: PaperID, as part: String, in matter: MatterID, after last: Int64, by actor: Actor
    ) async throws {
        let event = try await prepare(paper, by: actor) { try $0.signature(of: $1, part: part) }
        try await book.record(PaperActions.action(event, of: paper, in: matter, follows: last, by: actor))
    }

    /// What came back of a printed paper.
    package struct Return: Sendable {
        package var way: PaperCompletion.Way
        /// What stands under the QR code, or what it holds.
        package var code: String
        package var scan: PaperScan
        package var signers: [PaperCompletion.Signer]
        package var pages: Int
        package var signedPages: Int
        package var note: String
        package var day: CivilDate

        package init(
            way: PaperCompletion.Way, code: String, scan: PaperScan, signers: [PaperCompletion.Signer], pages: Int,
            signedPages: Int, note: String, day: CivilDate
        ) {
            self.way = way
            self.code = code
            self.scan = scan
            self.signers = signers
            self.pages = pages
            self.signedPages = signedPages
            self.note = note
            self.day = day
        }
    }

    /// Takes in the signed scan of a paper, or the note that its signature was refused.
    package func complete(
        _ paper: PaperID, with back: Return, in matter: MatterID, after last: Int64, by actor: Actor
    ) async throws {
        let event = try await prepare(paper, by: actor) { _, known in
            .completed(
                PaperEvent.Completing(
                    way: back.way, revision: known.paper.revision, code: back.code, scan: back.scan,
                    signers: back.signers, pages: back.pages, signedPages: back.signedPages, note: back.note,
                    day: back.day))
        }
        try await book.record(PaperActions.action(event, of: paper, in: matter, follows: last, by: actor))
    }

    /// Spoils a paper; its number is registered as spoiled and never used again.
    package func spoil(
        _ paper: PaperID, reason: String, in matter: MatterID, after last: Int64, by actor: Actor
    ) async throws {
        try await book.record(
            PaperActions.action(.spoiled(reason: reason), of: paper, in: matter, follows: last, by: actor))
    }

    private func prepare(
        _ paper: PaperID, by actor: Actor, _ make: @escaping @Sendable (PaperCheck, StoredPaper) throws -> PaperEvent
    ) async throws -> PaperEvent {
        let (catalog, today) = (book.archive.catalog, today)
        return try await book.database.read { connection in
            guard let known = try PaperStore.paper(paper, in: connection) else { throw PaperRefusal(.unknownPaper) }
            let check = PaperCheck(connection: connection, catalog: catalog, today: today, actor: actor)
            return try make(check, known)
        }
    }
}
