package import Records
import Storage

/// Makes the proof bundles of claims, for the command line and the web alike.
package struct ProofIssue: Sendable {
    private let book: RecordBook
    private let figures: FigureBook
    private let past: PastStates?
    private let sources: [any FigureSource]
    private let evidence: [any EvidenceSource]

    /// - Parameters:
    ///   - figures: by the present rules.
    ///   - past: the states of the past; nil where none can be asked for.
    ///   - sources: where inputs of figures are traced to.
    ///   - evidence: how raw evidence is proved.
    package init(
        book: RecordBook, figures: FigureBook, past: PastStates?, sources: [any FigureSource],
        evidence: [any EvidenceSource]
    ) {
        self.book = book
        self.figures = figures
        self.past = past
        self.sources = sources
        self.evidence = evidence
    }

    /// The bundle of a claim.
    ///
    /// - Parameter reason: why it is handed out, for the grade with all raw data: it goes on record first.
    /// - Throws: `ReportingError`; `RecordsError` with `.invalid` for want of a reason, `.notPermitted`.
    package func bundle(
        of id: ClaimID, grade: BundleGrade, reason: String, by actor: Actor
    ) async throws -> [UInt8] {
        let (book, evidence) = (book, evidence)
        let claim = try await book.database.read { try SealedClaim(id, in: $0, from: book.archive) }
        if grade == .full {
            try await book.record(SealActions.issued(id, of: claim.document, reason: reason, by: actor))
        }
        let draft = try await draft(claim, grade: grade)
        return try await book.database.read { connection in
            try draft.bundle(provedBy: evidence, in: connection, from: book.archive).archive()
        }
    }

    /// The inputs as they are where they have not changed since, which their root tells; else as they were.
    private func draft(_ claim: SealedClaim, grade: BundleGrade) async throws -> BundleDraft {
        do {
            return try await book.database.read { [figures, sources, book] connection in
                let maker = BundleMaker(
                    figures: try FigureEngine(figures, in: connection), sources: sources, in: connection,
                    from: book.archive)
                return try maker.draft(claim, grade: grade)
            }
        } catch let error as ReportingError where error.code == .irreproducible {
            guard let past else { throw error }
            let state = try await past.state(at: claim.document.asOf)
            let figures = try state.figures(sources)
            return try await state.read { [sources] connection in
                let maker = BundleMaker(
                    figures: try FigureEngine(figures, in: connection), sources: sources, in: connection,
                    from: state.archive)
                return try maker.draft(claim, grade: grade)
            }
        }
    }
}
