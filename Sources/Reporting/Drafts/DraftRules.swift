import Catalog
package import Records

/// What judging drafts needs of the house: who people are, and what figures may select from.
package struct DraftRules: Sendable {
    let people: DraftPeople
    let sources: @Sendable () -> [any FigureSource]

    package init(people: DraftPeople, sources: @escaping @Sendable () -> [any FigureSource]) {
        self.people = people
        self.sources = sources
    }

    /// The documents of a catalog, read once.
    ///
    /// - Throws: `CatalogError`.
    func papers(of catalog: RuleCatalog) throws(CatalogError) -> PaperBook {
        try catalog.reading { () throws(CatalogError) -> PaperBook in
            do {
                let sources = sources()
                return try PaperBook(
                    catalog, figures: try FigureBook(catalog, sources: sources), sources: sources)
            } catch let error as CatalogError {
                throw error
            } catch {
                throw CatalogError(.nothingInForce, rule: "reporting/documents")
            }
        }
    }
}
