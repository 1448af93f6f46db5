package import Catalog
package import Standards

/// What holds for every penalty: limitation, what aggravates and mitigates, when there is none.
package struct LegalPrinciples: Hashable, Sendable {
    /// A case in which there is no penalty.
    package struct NoPenalty: Hashable, Sendable {
        package let id: String
        package let rule: String
        /// Whether there must not be one, or need not be.
        package let isMandatory: Bool
        package let basis: String
    }

    package let limitationYears: Int
    package let limitationYearsWithHarm: Int
    package let limitationBasis: String
    package let temporalBasis: String
    package let aggravating: [String]
    package let mitigating: [String]
    package let noPenalty: [NoPenalty]

    /// The principles in force on the day of the decision.
    ///
    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        self = try catalog.reading(id: "principles", under: InstrumentBook.folder, on: date) { Self($0, with: $1) }
    }

    init(_ file: RuleFile, with reader: RuleReader) {
        let body = reader.body(keys: ["temporal_basis", "limitation", "aggravating", "mitigating", "no_penalty"])
        let limitation = body.mapping("limitation", keys: ["years", "years_with_harm", "basis"])
        limitationYears = limitation.integer("years", in: 1...20)
        limitationYearsWithHarm = limitation.integer("years_with_harm", in: 1...20)
        limitationBasis = limitation.text("basis")
        temporalBasis = body.text("temporal_basis")
        aggravating = body.texts("aggravating")
        mitigating = body.texts("mitigating")
        noPenalty = body.list("no_penalty").map { node in
            let row = reader.mapping(node, keys: ["case", "rule", "must", "basis"])
            return NoPenalty(
                id: row.text("case"), rule: row.text("rule"), isMandatory: row.flag("must"), basis: row.text("basis"))
        }
    }
}
