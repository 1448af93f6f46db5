import Documents
package import Records
import Reporting
import Storage

/// A report as a docx file, for the page's download and the command line alike.
package enum ReportFile {
    /// - Parameters:
    ///   - period: `2026-11-21`, `2026-10` for a month, `2025` for a year.
    ///   - asOf: the present, or a record of the ledger.
    ///   - site: the address under which readers reach the pages, for the links; nil leaves them out.
    /// - Returns: the bytes, and the name for the file without its ending.
    /// - Throws: `ReportingError` when there is no such report, `SiteError` for a period that is none, `DocumentError`.
    package static func docx(
        _ id: String, period: String, asOf: AsOf = .live, of services: SiteServices, site: String?
    ) async throws -> (bytes: [UInt8], name: String) {
        let asked = try ReportPeriod(period)
        let reading = PastReading(services)
        let (paper, name) = try await reading.read(asOf: asOf, assetVersion: "") { context in
            let sheet = try ReportSheet(id, asked, listsReferences: true, in: context)
            return (sheet.built.paper, "\(sheet.built.paper.name) \(sheet.period.address)")
        }
        return (try DocxWriter(siteAddress: site).write(paper), name)
    }
}
