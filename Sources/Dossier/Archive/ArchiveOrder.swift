package import Catalog
package import Standards

/// In which order the papers of a case lie in its file (一案一卷).
package struct ArchiveOrder: Hashable, Sendable {
    static let id = "archive"

    /// The names of papers, first to last.
    package let documents: [String]
    /// For how long a file is kept, in words.
    package let retention: String

    /// - Parameter date: the day on which the file is put together.
    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        self = try catalog.reading(id: Self.id, under: BureauPowers.folder, on: date) { Self($1) }
    }

    init(_ reader: RuleReader) {
        let content = reader.body(keys: ["archive"]).mapping("archive", keys: ["retention", "order"])
        retention = content.text("retention")
        documents = content.texts("order")
    }

    /// Papers in this order; of one name, and of names it does not have, by their days.
    package func sorted(_ papers: [CasePaper]) -> [CasePaper] {
        func place(_ paper: CasePaper) -> Int { documents.firstIndex(of: paper.document) ?? documents.count }
        return papers.enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            let places = (place(first), place(second))
            if places.0 != places.1 { return places.0 < places.1 }
            let days = (first.day ?? .last, second.day ?? .last)
            return days.0 == days.1 ? left.offset < right.offset : days.0 < days.1
        }.map(\.element)
    }
}
