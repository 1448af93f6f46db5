package import Catalog
package import Records
package import Standards

/// All document definitions of the catalog.
package struct PaperBook: Sendable {
    private let definitions: [String: [PaperDefinition]]
    package let figures: FigureBook
    private let catalog: RuleCatalog

    /// Reads `reporting/documents` of the catalog.
    ///
    /// - Throws: `CatalogError` with the faults of all files.
    package init(_ catalog: RuleCatalog, figures: FigureBook, sources: [any FigureSource]) throws {
        let views = Set(sources.flatMap(\.views).map(\.name))
        var faults: [CatalogFault] = []
        var read: [PaperDefinition] = []
        for file in catalog.files(under: "reporting/documents") {
            do throws(CatalogError) {
                read.append(try PaperDefinition(file, views: views, figures: Set(figures.ids)))
            } catch {
                faults += error.faults
            }
        }
        guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults) }
        definitions = Dictionary(grouping: read, by: \.id)
        self.figures = figures
        self.catalog = catalog
        try checkWays(read)
    }

    /// The definition in force on a date.
    ///
    /// - Throws: `ReportingError` when there is none.
    package func definition(_ id: String, on date: CivilDate) throws -> PaperDefinition {
        guard let found = definitions[id]?.first(where: { $0.header.effective.contains(date) }) else {
            throw ReportingError(.unknownDocument, subject: id, detail: date.description)
        }
        return found
    }

    /// The way of a document on a day; nil for one that is sealed without one.
    ///
    /// - Throws: `CatalogError`.
    package func way(of id: String, on date: CivilDate) throws -> PaperWay? {
        try PaperWay.way(of: id, on: date, in: catalog)
    }

    /// A way leads documents that there are, and every figure of these names who answers for it.
    private func checkWays(_ read: [PaperDefinition]) throws {
        for way in try PaperWay.all(in: catalog) {
            for id in way.documents {
                guard let found = definitions[id] else {
                    throw ReportingError(.unknownDocument, subject: id, detail: way.header.id)
                }
                for figure in found.flatMap({ $0.parts.flatMap(\.figureIDs) }) {
                    let versions = figures.all.filter { $0.id == figure }
                    if versions.contains(where: { $0.responsible == nil }) {
                        throw ReportingError(.unanswered, subject: figure, detail: id)
                    }
                }
            }
        }
    }

    /// Every definition, by id.
    package var all: [PaperDefinition] { definitions.values.flatMap { $0 }.sorted { $0.id < $1.id } }
}
