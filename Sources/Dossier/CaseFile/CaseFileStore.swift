package import Casework
package import Catalog
package import Standards
package import Storage

/// Reads case files whole.
package enum CaseFileStore {
    /// The file of a matter; nil when there is none.
    ///
    /// - Parameters:
    ///   - catalog: the rules of the house.
    ///   - now: the moment for which clocks and offers are computed.
    ///   - sequence: as it was after this record; nil for all of it.
    package static func file(
        of id: MatterID, catalog: RuleCatalog, now: Instant, asOf sequence: Int64? = nil,
        in connection: ReadConnection
    ) throws -> CaseFile? {
        let history = try MatterStore.history(of: id, asOf: sequence, in: connection).map(\.entry)
        guard !history.isEmpty, let row = try MatterStore.matter(id, in: connection) else { return nil }
        let engine = ProcedureEngine(
            book: try ProcedureBook(catalog, only: [row.procedure]), calendar: try WorkCalendar(catalog))
        var file = CaseFile(
            id: id, title: row.title, opened: row.opened, matter: try engine.matter(history, now: now),
            history: history)
        file.papers = try PaperStore.papers(of: id, asOf: sequence, in: connection).map(\.paper)
        let entries = try CaseEntryStore.entries(of: id, asOf: sequence, in: connection)
        let fold = try CaseFold(entries).withPersonal(in: connection)
        file.parties = fold.parties
        file.charges = fold.charges
        file.discretions = fold.discretions
        file.evidence = fold.evidence
        file.disclosures = fold.disclosures
        file.opinions = fold.opinions
        return file
    }
}

extension CaseFileStore {
    /// A charge as some entries leave it; nil where it is not there or was taken off.
    package static func charge(_ id: String, in entries: [CaseEntry]) -> Charge? {
        CaseFold(entries).charges.first { $0.id == id }
    }
}
