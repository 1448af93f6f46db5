import Documents
import Monitoring
import Records
import Registry
import Reporting
package import Standards
import Storage

extension Bureau {
    /// A document as docx.
    ///
    /// - Parameter site: the address under which readers reach the bureau's pages, for the links; nil leaves them out.
    /// - Throws: `ReportingError` when there is no such document, `DocumentError`.
    package func docx(_ id: String, on date: CivilDate, site: String?) async throws -> [UInt8] {
        let definition = try papers.definition(id, on: date)
        let figures = figures
        let paper = try await book.database.read { connection in
            var builder = PaperBuilder(
                definition, on: date, surroundings: try Self.surroundings(in: connection),
                engine: try FigureEngine(figures, in: connection), in: connection, address: \.path)
            return try builder.build(listsReferences: true).paper
        }
        return try DocxWriter(siteAddress: site).write(paper)
    }

    private static func surroundings(in connection: ReadConnection) throws -> PaperBuilder.Surroundings {
        let bureau = try RegistryStore.object("bureau", in: connection)
        let last = try ReadingStore.lastStart(seconds: 3_600, in: connection)?.adding(seconds: 3_600)
        let cutoff =
            last.map { "数据截至 \($0.beijingDate) \($0.beijingHour < 10 ? "0" : "")\($0.beijingHour):00" } ?? "尚无数据"
        return PaperBuilder.Surroundings(
            bureau: bureau?.name ?? "生态环境局", isDemo: bureau?.flag("isDemo") ?? false, cutoff: cutoff,
            state: "未经审核，仅供参考")
    }
}
