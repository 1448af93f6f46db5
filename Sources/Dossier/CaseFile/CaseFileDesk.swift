package import Casework
import Catalog
package import Law
package import Ledger
package import Records
package import Standards
import Storage

/// Where people put things into case files; every call is one record or nothing.
package struct CaseFileDesk: Sendable {
    private let book: RecordBook

    /// A desk of a bureau.
    package init(_ book: RecordBook) { self.book = book }

    private var today: CivilDate { Instant(secondsSince1970: book.clock() / 1_000).beijingDate }

    /// A fresh id of a party, a charge or a piece of evidence.
    package func mintedID() -> String { MintedID.mint(at: book.clock()) }

    /// States a party, changes it, or takes it off.
    ///
    /// - Parameters:
    ///   - party: with a fresh id where it is new.
    ///   - follows: the last record about it that was on screen; nil where it is new.
    ///   - reason: why it is changed; empty where it is new.
    /// - Throws: `CaseFileRefusal`, `RecordsError`; nothing has changed then.
    @discardableResult
    package func state(
        _ party: Party, of matter: MatterID, after follows: Int64?, reason: String = "", isRemoved: Bool = false,
        by actor: Actor
    ) async throws -> LedgerRecord {
        try await record(
            CaseFileActions.partyStated, matter, party.body(after: follows, reason: reason, isRemoved: isRemoved),
            personal: party.personalFields, by: actor)
    }

    /// What brings a party in with a matter that was kept elsewhere.
    package func bringing(_ party: Party, with matter: MatterID, by actor: Actor) -> Action {
        Action(
            actor: actor, name: CaseFileActions.partyBrought, subject: matter.rawValue,
            body: party.body(after: nil, reason: "", isRemoved: false), personal: party.personalFields)
    }

    /// States a charge, changes it, or takes it off.
    ///
    /// - Parameters: as of a party.
    /// - Throws: `CaseFileRefusal`, `LawError`, `RecordsError`.
    @discardableResult
    package func state(
        _ charge: Charge, of matter: MatterID, after follows: Int64?, reason: String = "", isRemoved: Bool = false,
        by actor: Actor
    ) async throws -> LedgerRecord {
        try await record(
            CaseFileActions.chargeStated, matter, charge.body(after: follows, reason: reason, isRemoved: isRemoved),
            rules: [charge.violation], by: actor)
    }

    /// Decides which law is applied to a charge; of the legal post.
    ///
    /// - Parameter provision: the first day of the provision.
    /// - Throws: `CaseFileRefusal`, `RecordsError`.
    @discardableResult
    package func decideLaw(
        _ provision: CivilDate, of charge: String, in matter: MatterID, reason: String, after follows: Int64,
        by actor: Actor
    ) async throws -> LedgerRecord {
        let decision = Charge.LawDecision(
            provision: provision, reason: reason, person: try await person(of: actor))
        return try await record(
            CaseFileActions.lawDecided, matter, decision.body(of: charge, after: follows), by: actor)
    }

    /// Weighs the fine for a charge and proposes an amount.
    ///
    /// - Parameters:
    ///   - table: the table that is used; nil where none is in force.
    ///   - proposed: nil for the one amount that the table gives.
    ///   - reason: why it leaves the table, or how it was found without one.
    ///   - follows: the last record about the charge that was on screen.
    /// - Throws: `CaseFileRefusal`, `LawError`, `RecordsError`.
    @discardableResult
    package func weigh(
        _ request: DiscretionRequest, table: String?, proposed: Money? = nil, reason: String? = nil,
        for charge: String, of matter: MatterID, after follows: Int64, by actor: Actor
    ) async throws -> LedgerRecord {
        let (catalog, today) = (book.archive.catalog, today)
        let entries = try await book.database.read { try CaseEntryStore.entries(of: matter, in: $0) }
        guard let found = CaseFold(entries).charges.first(where: { $0.id == charge }) else {
            throw CaseFileRefusal(.unknown, charge)
        }
        let weighing = try Weighing(request, for: found, table: table, on: today, catalog: catalog)
        guard let amount = proposed ?? weighing.result.amount else { throw CaseFileRefusal(.missing, "拟处罚款数额") }
        let body = Discretion.body(
            of: charge, found.violation, weighing.provision.effective.from, day: today, request, weighing.result,
            proposed: amount, reason: reason, after: follows)
        return try await record(
            CaseFileActions.weighed, matter, body, rules: [found.violation] + [table].compactMap(\.self), by: actor)
    }

    /// Takes a piece of evidence in; its number is the next of the file.
    ///
    /// - Parameter item: with a fresh id; its number counts for nothing.
    /// - Throws: `CaseFileRefusal`, `RecordsError`.
    @discardableResult
    package func take(_ item: EvidenceItem, into matter: MatterID, by actor: Actor) async throws -> LedgerRecord {
        try await record(
            CaseFileActions.evidenceTaken, matter, item.body,
            personal: item.provider.isEmpty ? [:] : [EvidenceItem.providerField: item.provider], by: actor)
    }

    /// Puts on record what happened to a piece of evidence.
    ///
    /// - Throws: `CaseFileRefusal`, `RecordsError`.
    @discardableResult
    package func move(
        _ item: EvidenceID, in matter: MatterID, deed: String, day: CivilDate, note: String, by actor: Actor
    ) async throws -> LedgerRecord {
        let custody = EvidenceItem.Custody(
            deed: deed, day: day, person: try await person(of: actor), note: note)
        return try await record(CaseFileActions.evidenceMoved, matter, custody.body(of: item), by: actor)
    }

    /// Says that a piece of evidence does not count any more; it stays in the file under its number.
    ///
    /// - Throws: `CaseFileRefusal`, `RecordsError`.
    @discardableResult
    package func exclude(
        _ item: EvidenceID, from matter: MatterID, reason: String, by actor: Actor
    ) async throws -> LedgerRecord {
        try await record(
            CaseFileActions.evidenceExcluded, matter, EvidenceItem.exclusion(of: item, reason: reason), by: actor)
    }

    /// Puts on record that a decision was disclosed, or that it is not.
    ///
    /// - Parameters:
    ///   - id: fresh.
    ///   - number: 文号, where the paper itself is not in the file.
    ///   - hiding: further words that must not be told; they stand beside the ledger.
    /// - Throws: `CaseFileRefusal`, `RecordsError`.
    @discardableResult
    package func disclose(
        _ document: String, of matter: MatterID, id: String, _ deed: Disclosure.Deed, day: CivilDate,
        number: String = "", hiding: String = "", by actor: Actor
    ) async throws -> LedgerRecord {
        var text = DisclosureText(lines: [])
        if case .published = deed {
            text = try await disclosureText(document, of: matter, number: number, hiding: hiding)
        }
        return try await record(
            CaseFileActions.disclosed, matter, Disclosure.body(id, document, day, deed, text),
            personal: hiding.isEmpty ? [:] : [Disclosure.hiddenField: hiding], by: actor)
    }

    /// The text under which a decision would be disclosed now.
    ///
    /// - Throws: `CaseFileRefusal` where something of it is missing.
    package func disclosureText(
        _ document: String, of matter: MatterID, number: String, hiding: String
    ) async throws -> DisclosureText {
        let (catalog, today) = (book.archive.catalog, today)
        let now = Instant(secondsSince1970: book.clock() / 1_000)
        return try await book.database.read { connection in
            guard
                let file = try CaseFileStore.file(of: matter, catalog: catalog, now: now, in: connection)
            else { throw RecordsError(.unknownSubject, detail: matter.rawValue) }
            let due = DisclosureStore.due(file, try DisclosureRules(catalog, on: today))
            return try DisclosureText(
                of: file, document: document, number: number,
                day: due.last { $0.document == document }?.step.day ?? today,
                authority: try Disclosure.authority(in: connection), hiding: Disclosure.words(hiding),
                catalog: catalog)
        }
    }

    /// Puts on record that what was told the public was taken back.
    ///
    /// - Throws: `CaseFileRefusal`, `RecordsError`.
    @discardableResult
    package func withdraw(
        _ disclosure: String, in matter: MatterID, day: CivilDate, reason: String, by actor: Actor
    ) async throws -> LedgerRecord {
        try await record(
            CaseFileActions.withdrawn, matter, Disclosure.withdrawal(of: disclosure, day, reason: reason), by: actor)
    }

    /// Puts on record what counsel advised.
    ///
    /// - Throws: `CaseFileRefusal`, `RecordsError`.
    @discardableResult
    package func hear(_ opinion: LegalOpinion, in matter: MatterID, by actor: Actor) async throws -> LedgerRecord {
        try await record(
            CaseFileActions.opinionGiven, matter, opinion.body,
            personal: opinion.name.isEmpty ? [:] : [LegalOpinion.nameField: opinion.name], by: actor)
    }

    private func person(of actor: Actor) async throws -> String {
        let today = today
        return try await book.database.read { try MatterActor.acting(actor, on: today, in: $0).person }
    }

    private func record(
        _ name: String, _ matter: MatterID, _ body: CanonicalValue, rules: [String] = [],
        personal: [String: String] = [:], by actor: Actor
    ) async throws -> LedgerRecord {
        try await book.record(
            Action(
                actor: actor, name: name, subject: matter.rawValue, body: body, rules: rules, personal: personal))
    }
}
