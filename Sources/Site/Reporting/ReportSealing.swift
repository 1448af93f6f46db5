import Documents
package import Gateway
import Ledger
package import Records
package import Reporting
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
    ///   - period: `2026-11-21`, or `2026-10` for a month.
    ///   - site: the address under which readers reach the pages, for the links; nil leaves them out.
    /// - Returns: the document as it stands on record.
    /// - Throws: as `ReportFile.docx`; `RecordsError` with `.notPermitted`, or `.superseded` when nothing was recorded since
    ///   it was sealed last.
    package func seal(_ id: String, period: String, site: String?, by actor: Actor) async throws -> SealedDocument {
        let book = services.book
        let asked = try ReportPeriod(period)
        let asOf = try await settle()
        let sheet = try await book.database.read { [services] connection in
            let context = try PageContext(services, in: connection, assetVersion: "")
            return try ReportSheet(
                id, asked, listsReferences: true, sealingWith: try LedgerStore.head(in: connection).hasher, in: context)
        }
        guard let claims = sheet.built.claims else { throw ReportingError(.unknownDocument, subject: id, detail: "") }
        let file = try DocxWriter(siteAddress: site).write(sheet.built.paper)
        let record = try await book.record(
            SealActions.sealed(
                id, period: sheet.period.address, title: sheet.built.paper.name, asOf: asOf, claims: claims,
                claimFile: try book.archive.attachments.store(try claims.file()),
                file: try book.archive.attachments.store(file), by: actor))
        return try SealedDocument(record)
    }

    /// Puts all packets on record and into the tables.
    ///
    /// - Returns: the last record then.
    private func settle() async throws -> Int64 {
        let book = services.book
        let end = try await keeper.closeAll()
        while let end,
            try await book.database.read({ try RecordStore.packetCursor(in: $0) ?? book.archive.packets.start })
                < end
        {
            guard try await book.projectPackets() else { break }
        }
        return try await book.database.read { try RecordStore.lastSequence(in: $0) }
    }
}
