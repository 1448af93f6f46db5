import Documents
package import Gateway
import Ledger
package import Records
package import Reporting
import Standards
import Storage

/// Gives a report its final form: all packets on record first, then its figures as of that moment, then the record.
package struct ReportSealing: Sendable {
    private let services: SiteServices
    private let keeper: SegmentKeeper

    /// - Parameter keeper: closes the segments of the packet log.
    package init(services: SiteServices, keeper: SegmentKeeper) {
        self.services = services
        self.keeper = keeper
    }

    /// Seals a report.
    ///
    /// - Parameters:
    ///   - period: `2026-11-21`, `2026-10` for a month, `2025` for a year.
    ///   - isDrawing: whether its data are drawn as evidence, which is a right of its own.
    ///   - site: the address under which readers reach the pages, for the links; nil leaves them out.
    /// - Returns: the document as it stands on record.
    /// - Throws: as `ReportFile.docx`; `ReportingError` with `.periodOpen`, or `.unchanged` when every figure and input is what
    ///   it was when the document was sealed last; `RecordsError` with `.notPermitted`.
    package func seal(
        _ id: String, period: String, site: String?, isDrawing: Bool = false, by actor: Actor
    ) async throws -> SealedDocument {
        try await seal(id, period: period, site: site, isDrawing: isDrawing, draft: nil, by: actor)
    }

    /// Seals the document of a draft that stands before its sealing (用印).
    ///
    /// - Throws: as above; `DraftRefusal`.
    package func seal(draft id: String, site: String?, by actor: Actor) async throws -> SealedDocument {
        let draft = try await services.book.database.read { try DraftStore.draft(id, in: $0) }
        guard let draft else { throw DraftRefusal(.unknownDraft, id) }
        guard draft.stage == .sealing else { throw DraftRefusal(.otherStage, draft.stage.rawValue) }
        return try await seal(
            draft.document, period: draft.period, site: site, isDrawing: false, draft: draft, by: actor)
    }

    private func seal(
        _ id: String, period: String, site: String?, isDrawing: Bool, draft: Draft?, by actor: Actor
    ) async throws -> SealedDocument {
        let book = services.book
        let asked = try closedPeriod(period, of: id)
        let (asOf, isPresent) = try await settle()
        let (hasher, fingerprint) = try await book.database.read { connection in
            (
                try LedgerStore.head(in: connection).hasher,
                try LedgerStore.keys(in: connection).last.map { KeyFingerprint.text(of: $0) }
            )
        }
        let reading = PastReading(services)
        let present = try await reading.read(asOf: .live, assetVersion: "") { context in
            guard isPresent, try Self.isSettled(at: asOf, in: context.connection) else { return nil as ReportSheet? }
            return try Self.sheet(id, asked, of: draft, (hasher, site, fingerprint), in: context)
        }
        // Where something came meanwhile, the state of the record is made by replay.
        let sheet =
            if let present {
                present
            } else {
                try await reading.read(asOf: .at(asOf), assetVersion: "") { context in
                    try Self.sheet(id, asked, of: draft, (hasher, site, fingerprint), in: context)
                }
            }
        guard let claims = sheet.built.claims else { throw ReportingError(.unknownDocument, subject: id, detail: "") }
        // A new edition of a draft may differ in its words alone.
        if draft == nil {
            try await refuseUnchanged(claims, of: "\(id)/\(sheet.period.address)")
        }
        if let draft { try refuseChanged(draft, figures: sheet.built.figures) }
        let step = try await step(of: draft, by: actor)
        let file = try DocxWriter(siteAddress: site).write(sheet.built.paper)
        let record = try await book.record(
            SealActions.sealed(
                id, period: sheet.period.address, title: sheet.built.paper.name, asOf: asOf, claims: claims,
                claimFile: try book.archive.attachments.store(try claims.file()),
                file: try book.archive.attachments.store(file), isDrawing: isDrawing, draft: step, by: actor))
        return try SealedDocument(record)
    }

    private static func sheet(
        _ id: String, _ asked: ReportPeriod, of draft: Draft?,
        _ seal: (hasher: TreeHasher, site: String?, fingerprint: String?),
        in context: PageContext
    ) throws -> ReportSheet {
        let contents = try draft.map { draft in try DraftNames.contents(of: draft, in: context.connection) }
        return try ReportSheet(id, asked, listsReferences: true, contents: contents, sealing: seal, in: context)
    }

    /// Which draft it is, the stage behind, and who seals it; nil for a document that goes no way.
    private func step(
        of draft: Draft?, by actor: Actor
    ) async throws -> (id: String, next: DraftStage, person: String)? {
        guard let draft, let way = try services.papers.way(of: draft.document, on: draft.date) else { return nil }
        let day = services.clock().beijingDate
        let person = try await services.book.database.read { try DraftPeople.accounts.acting(actor, day, $0) }
        return (draft.id, way.next(after: .sealing), person.id)
    }

    /// What is sealed is what the sections confirmed and the director signed: where a figure has another value since, the
    /// draft goes back.
    private func refuseChanged(_ draft: Draft, figures: [FigureValue]) throws {
        let open = DraftSection.all(of: figures, answers: draft.answers).filter { !$0.isConfirmed }
        guard open.isEmpty else {
            throw DraftRefusal(.unconfirmed, open.map { "\($0.role)：\($0.openWords)" }.joined(separator: "；"))
        }
    }

    /// The period of a document that may be sealed: what is not over yet would be printed as if it were.
    private func closedPeriod(_ text: String, of id: String) throws -> ReportPeriod {
        let asked = try ReportPeriod(text)
        let period = ReportPeriod(
            asked.date, of: try services.papers.definition(id, on: asked.date), about: asked.object)
        guard period.behind <= services.clock().beijingDate else {
            throw ReportingError(.periodOpen, subject: period.text, detail: period.address)
        }
        return asked
    }

    private func refuseUnchanged(_ claims: ClaimSet, of subject: String) async throws {
        let archive = services.book.archive
        let earlier = try await services.book.database.read { connection in
            try SealStore.last(subject, in: connection).flatMap { document in
                let sealed = try SealStore.claims(
                    of: document, from: archive, hasher: try TreeHasher(document.suite))
                return sealed.agrees(with: claims) ? document : nil
            }
        }
        if let earlier { throw ReportingError(.unchanged, subject: subject, detail: String(earlier.sequence)) }
    }

    /// Puts all packets on record and into the tables.
    ///
    /// - Returns: the last record then, and whether the tables hold what is on record and no packet more.
    private func settle() async throws -> (asOf: Int64, isPresent: Bool) {
        let book = services.book
        let end = try await keeper.closeAll()
        while let end,
            try await book.database.read({ try RecordStore.packetCursor(in: $0) ?? book.archive.packets.start })
                < end
        {
            guard try await book.projectPackets() else { break }
        }
        return try await book.database.read { connection in
            let last = try RecordStore.lastSequence(in: connection)
            return (last, try Self.isSettled(at: last, in: connection))
        }
    }

    private static func isSettled(at sequence: Int64, in connection: ReadConnection) throws -> Bool {
        guard try RecordStore.lastSequence(in: connection) == sequence else { return false }
        let cursor = try RecordStore.packetCursor(in: connection)
        return try SegmentStore.recordedEnd(in: connection) == cursor || cursor == nil
    }
}
