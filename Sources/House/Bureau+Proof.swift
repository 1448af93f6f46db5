import Gateway
package import Ledger
import Logging
import Records
package import Reporting
import Site
import Storage

extension Bureau {
    /// Gives a document its final form and signs the ledger behind it.
    ///
    /// - Parameters:
    ///   - period: `2026-11-21`, `2026-10` for a month, `2025` for a year.
    ///   - key: signs the ledger.
    ///   - site: the address under which readers reach the bureau's pages, for the links; nil leaves them out.
    /// - Throws: as `ReportSealing.seal`.
    package func seal(
        _ document: String, period: String, signing key: SigningKey, site: String?
    ) async throws -> SealedDocument {
        let logger = Logger(label: "qingheng") { _ in SwiftLogNoOpLogHandler() }
        let sealing = ReportSealing(services: services(tally: nil), keeper: SegmentKeeper(book: book, logger: logger))
        let sealed = try await sealing.seal(document, period: period, site: site, by: Capabilities.localOperator)
        try await book.adopt(key.verifier, by: Capabilities.localOperator)
        try await book.signCheckpoint(with: key)
        return sealed
    }

    /// The bytes of the docx that was issued.
    package func file(of sealed: SealedDocument) throws -> [UInt8] {
        try book.archive.attachments.bytes(of: sealed.file)
    }

    /// The proof bundle of a claim.
    ///
    /// - Parameter reason: why it is handed out, for the grade with all raw data: it goes on record first.
    /// - Throws: `ReportingError`, `RecordsError` with `.invalid` for want of a reason.
    package func proof(_ id: ClaimID, grade: BundleGrade, reason: String) async throws -> [UInt8] {
        let book = book
        let claim = try await book.database.read { try SealedClaim(id, in: $0, from: book.archive) }
        if grade == .full {
            try await book.record(
                SealActions.issued(id, of: claim.document, reason: reason, by: Capabilities.localOperator))
        }
        let draft = try await draft(claim, grade: grade)
        let evidence = Capabilities.all.flatMap(\.evidence)
        return try await book.database.read { connection in
            try draft.bundle(provedBy: evidence, in: connection, from: book.archive).archive()
        }
    }

    /// The inputs as they are where they have not changed since, which their root tells; else as they were.
    private func draft(_ claim: SealedClaim, grade: BundleGrade) async throws -> BundleDraft {
        do {
            return try await book.database.read { [figures, book] connection in
                let maker = BundleMaker(
                    figures: try FigureEngine(figures, in: connection), sources: Capabilities.sources, in: connection,
                    from: book.archive)
                return try maker.draft(claim, grade: grade)
            }
        } catch let error as ReportingError where error.code == .irreproducible {
            let state = try await past.state(at: claim.document.asOf)
            let figures = try state.figures(Capabilities.sources)
            return try await state.read { connection in
                let maker = BundleMaker(
                    figures: try FigureEngine(figures, in: connection), sources: Capabilities.sources, in: connection,
                    from: state.archive)
                return try maker.draft(claim, grade: grade)
            }
        }
    }
}
