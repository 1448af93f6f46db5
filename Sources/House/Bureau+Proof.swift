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
        // On record first: the document prints the key's fingerprint.
        try await book.adopt(key.verifier, by: Capabilities.localOperator)
        let logger = Logger(label: "qingheng") { _ in SwiftLogNoOpLogHandler() }
        let sealing = ReportSealing(services: services(tally: nil), keeper: SegmentKeeper(book: book, logger: logger))
        let sealed = try await sealing.seal(document, period: period, site: site, by: Capabilities.localOperator)
        try await sign(with: key)
        return sealed
    }

    /// Signs the ledger as it is now.
    func sign(with key: SigningKey) async throws {
        try await book.adopt(key.verifier, by: Capabilities.localOperator)
        try await book.signCheckpoint(with: key)
    }

    /// The bytes of the docx that was issued.
    package func file(of sealed: SealedDocument) throws -> [UInt8] {
        try book.archive.attachments.bytes(of: sealed.file)
    }

    /// The proof bundle of a claim.
    ///
    /// - Parameter reason: why it is handed out, for the grade with all raw data: it goes on record first.
    /// - Throws: as `ProofIssue.bundle`.
    package func proof(_ id: ClaimID, grade: BundleGrade, reason: String) async throws -> [UInt8] {
        let issue = ProofIssue(
            book: book, figures: figures, past: past, sources: Capabilities.sources, evidence: Capabilities.evidence)
        return try await issue.bundle(of: id, grade: grade, reason: reason, by: Capabilities.localOperator)
    }
}
