package import Catalog
package import Standards

/// What the bureau's own papers say of it: whom to appeal to, how to pay, where to come.
///
/// The bundled file is empty: only the bureau knows, and lays its own over it. What is empty is listed as missing in each paper that
/// needs it.
package struct BureauProfile: Hashable, Sendable {
    static let id = "bureau"
    /// The keys of the file, as forms name them (`bureau.review`).
    package static let keys = ["name", "address", "telephone", "payment", "review", "court"]

    private let values: [String: String]

    /// - Parameter date: the day of the paper.
    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        self = try catalog.reading(id: Self.id, under: BureauPowers.folder, on: date) { Self($1) }
    }

    init(_ reader: RuleReader) {
        let content = reader.body(keys: ["bureau"]).mapping("bureau", keys: Self.keys)
        values = Self.keys.reduce(into: [:]) { $0[$1] = content.optionalText($1) }
    }

    /// A word of the bureau; nil while nobody wrote it.
    package subscript(_ key: String) -> String? { values[key] }
}
