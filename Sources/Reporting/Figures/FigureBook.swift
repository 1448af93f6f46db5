package import Catalog
package import Records
package import Standards

/// All figure definitions of the catalog, by id and date.
package struct FigureBook: Sendable {
    private let definitions: [String: [FigureDefinition]]
    /// What must hold between them.
    package let identities: [FigureIdentity]
    /// Who knows the inputs and the names of arguments.
    let sources: [any FigureSource]

    /// Reads `reporting/figures` of the catalog.
    ///
    /// - Parameter sources: what the capabilities let figures select from.
    /// - Throws: `CatalogError` with the faults of all files.
    package init(_ catalog: RuleCatalog, sources: [any FigureSource]) throws {
        self.sources = sources
        let views = Set(sources.flatMap(\.views).map(\.name))
        var faults: [CatalogFault] = []
        var read: [FigureDefinition] = []
        for file in catalog.files(under: "reporting/figures") {
            do throws(CatalogError) {
                read.append(try FigureDefinition(file, views: views))
            } catch {
                faults += error.faults
            }
        }
        definitions = Dictionary(grouping: read, by: \.id)
        let known = Set(read.map(\.id))
        var identities: [FigureIdentity] = []
        for file in catalog.files(under: FigureIdentity.folder) {
            do throws(CatalogError) {
                identities.append(try FigureIdentity(file, figures: known))
            } catch {
                faults += error.faults
            }
        }
        self.identities = identities
        guard faults.isEmpty else { throw CatalogError(.faulty, faults: faults) }
        for definition in read {
            for part in definition.partIDs where definitions[part] == nil {
                throw ReportingError(.unknownFigure, subject: definition.id, detail: part)
            }
        }
    }

    /// The definition in force on a date.
    ///
    /// - Throws: `ReportingError` when there is none.
    package func definition(_ id: String, on date: CivilDate) throws -> FigureDefinition {
        guard let versions = definitions[id] else { throw ReportingError(.unknownFigure, subject: id, detail: "") }
        guard let found = versions.first(where: { $0.header.effective.contains(date) }) else {
            throw ReportingError(.notInForce, subject: id, detail: date.description)
        }
        return found
    }

    /// Every id, sorted.
    package var ids: [String] { definitions.keys.sorted() }

    /// Every definition, by id and date.
    package var all: [FigureDefinition] {
        definitions.values.flatMap { $0 }.sorted {
            ($0.id, $0.header.effective.from) < ($1.id, $1.header.effective.from)
        }
    }
}

extension FigureDefinition {
    /// The figures that this one is computed from or completed by.
    var partIDs: [String] {
        var ids = completeness.map { [$0.expected] } ?? []
        if case .figures(let first, let second, _) = basis { ids += [first, second] }
        return ids
    }
}
