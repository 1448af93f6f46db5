import Catalog
import Standards

/// How a ranking computes the composite index: formula and limits.
struct RankIndex {
    let rule: AirCompositeRule
    let limits: AirQualityLimits

    /// - Throws: `.unknownRule`, `.nothingInForce` for formula or limits.
    init(_ catalog: RuleCatalog, _ options: RankTableOptions) throws(CatalogError) {
        rule = try catalog.rule(.airComposite, id: options.composite ?? AirCompositeRule.plainID, on: options.ruleDay)
        limits = try options.choice.rule(.airLimits, in: catalog, on: options.day).rule
    }

    /// What was used, for the column `standard`.
    var ids: [String] { [rule.id, limits.id] }
}
