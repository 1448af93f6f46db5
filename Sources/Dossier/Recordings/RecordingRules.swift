package import Catalog
package import Standards

/// Which deeds of a case must be recorded by sound and picture: `Catalog/dossier/recordings.yaml`.
package struct RecordingRules: Hashable, Sendable {
    /// One of the deeds.
    package struct Occasion: Hashable, Sendable {
        package let name: String
        /// It is there once a step that produces one of these was taken.
        package let documents: [String]
        /// Or one of these steps.
        package let steps: [String]
        /// Whether the recording must not be interrupted.
        package let isUninterrupted: Bool
        package let basis: String
    }

    static let id = "recordings"

    package let occasions: [Occasion]
    /// Those that no step tells with certainty.
    package let possible: [Occasion]

    /// - Parameter date: the day on which it is asked.
    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        self = try catalog.reading(id: Self.id, under: BureauPowers.folder, on: date) { Self($1) }
    }

    init(_ reader: RuleReader) {
        let body = reader.body(keys: ["occasions", "maybe"])
        occasions = body.list("occasions").map { node in
            let row = reader.mapping(node, keys: ["occasion", "documents", "steps", "uninterrupted", "basis"])
            return Occasion(
                name: row.text("occasion"), documents: row.texts("documents"),
                steps: row.optionalTexts("steps"), isUninterrupted: row.flag("uninterrupted"), basis: row.text("basis"))
        }
        possible = body.optionalList("maybe").map { node in
            let row = reader.mapping(node, keys: ["occasion", "documents", "basis"])
            return Occasion(
                name: row.text("occasion"), documents: row.texts("documents"), steps: [], isUninterrupted: false,
                basis: row.text("basis"))
        }
    }
}
