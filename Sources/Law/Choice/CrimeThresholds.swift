package import Catalog
package import Standards

/// From which amount on a violation may be a crime: what can be measured is compared, the rest is a list for a person.
package struct CrimeThresholds: Hashable, Sendable {
    package struct Item: Hashable, Sendable {
        /// E.g. 第一条第(二)项.
        package let article: String
        package let rule: String
        /// What is measured, by its name in `measured`, e.g. hazardous_waste_tonnes; nil for what only a person can judge.
        package let metric: String?
        /// Reached from here on.
        package let least: Rational?
    }

    package let basis: String
    package let items: [Item]

    /// The thresholds in force on the day of the conduct.
    ///
    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        self = try catalog.reading(id: "crime-thresholds", under: InstrumentBook.folder, on: date) {
            Self($0, with: $1)
        }
    }

    init(_ file: RuleFile, with reader: RuleReader) {
        let body = reader.body(keys: ["items"])
        basis = file.header.title
        items = body.list("items").map { node in
            let row = reader.mapping(node, keys: ["article", "rule", "metric", "least"])
            let metric = row.optionalText("metric")
            return Item(
                article: row.text("article"), rule: row.text("rule"), metric: metric,
                least: metric == nil ? nil : row.fraction("least"))
        }
    }

    /// The items that are reached.
    ///
    /// - Parameter measured: amounts by the names of metrics.
    package func reached(by measured: [String: Rational]) -> [Item] {
        items.filter { item in
            guard let metric = item.metric, let least = item.least, let amount = measured[metric] else { return false }
            return amount >= least
        }
    }
}
