package import Catalog
package import Records
package import Standards

/// All document definitions of the catalog.
package struct PaperBook: Sendable {
    private let definitions: [String: [PaperDefinition]]
    package let figures: FigureBook

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

    /// Every definition, by id.
    package var all: [PaperDefinition] { definitions.values.flatMap { $0 }.sorted { $0.id < $1.id } }
}
