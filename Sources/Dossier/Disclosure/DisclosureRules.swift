package import Catalog
package import Standards

/// What of decisions is disclosed, and when not: `Catalog/dossier/disclosure-rules.yaml`.
package struct DisclosureRules: Hashable, Sendable {
    /// A reason for which a decision is not disclosed.
    package struct Ground: Hashable, Sendable {
        package let ground: String
        package let basis: String
    }

    static let id = "disclosure-rules"

    /// The papers that have a line of their own, by their names in procedures.
    package let documents: [String]
    package let withheld: [Ground]
    /// What is hidden, in words.
    package let hidden: String
    /// Within so many days what was changed or revoked is taken back.
    package let withdrawalDays: Int
    package let withdrawalBasis: String

    /// - Parameter date: the day of the step.
    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        self = try catalog.reading(id: Self.id, under: BureauPowers.folder, on: date) { Self($1) }
    }

    init(_ reader: RuleReader) {
        let body = reader.body(keys: ["documents", "withheld", "hidden", "withdrawal"])
        let withdrawal = body.mapping("withdrawal", keys: ["days", "basis"])
        documents = body.texts("documents")
        withheld = body.list("withheld").map { node in
            let row = reader.mapping(node, keys: ["ground", "basis"])
            return Ground(ground: row.text("ground"), basis: row.text("basis"))
        }
        hidden = body.text("hidden")
        withdrawalDays = withdrawal.integer("days", in: 1...60)
        withdrawalBasis = withdrawal.text("basis")
    }
}
