import Catalog
import Standards

/// The rules that judge one period: each day's AQI by the edition of the day, everything else by that of the last day.
///
/// So a year in which the standard changed is evaluated by the standard in force at its end, as a whole.
final class AirPeriodRules {
    let limits: AirQualityLimits
    let statistics: AirStatisticsRule
    let composite: AirCompositeRule
    let comparison: ComparisonRule
    /// GB 3095, HJ 663 and the composite index, for citing.
    let headers: [RuleHeader]

    /// - Throws: `.nothingInForce` when one of the rules was not in force on the last day, `.unknownRule`.
    init(_ catalog: RuleCatalog, for period: AirPeriod, _ options: AirPeriodOptions) throws(CatalogError) {
        let day = period.last
        let limits = try Self.choice(.airLimits, catalog, options).rule(.airLimits, in: catalog, on: day)
        let statistics = try Self.choice(.airStatistics, catalog, options).rule(.airStatistics, in: catalog, on: day)
        let composite = try Self.composite(catalog, on: options.asOf ?? day, options)
        self.limits = limits.rule
        self.statistics = statistics.rule
        self.composite = composite.rule
        comparison = try catalog.rule(.comparison, on: day)
        headers = [limits.header, statistics.header, composite.header]
    }

    /// The edition of a kind that was asked for by its id or by a day.
    static func choice<Rule>(
        _ kind: RuleKind<Rule>, _ catalog: RuleCatalog, _ options: AirPeriodOptions
    ) -> RuleChoice {
        let known = Set(catalog.versions(of: kind).map(\.header.id))
        return RuleChoice(id: options.standards.first(where: known.contains), asOf: options.asOf)
    }

    /// Whether every id asked for belongs to one of the kinds used.
    ///
    /// - Throws: `.unknownRule` naming the first that does not.
    static func check(_ options: AirPeriodOptions, in catalog: RuleCatalog) throws(CatalogError) {
        let known = Set(
            catalog.versions(of: .airLimits).map(\.header.id) + catalog.versions(of: .airStatistics).map(\.header.id)
                + catalog.versions(of: .airIndex).map(\.header.id)
                + catalog.versions(of: .airComposite).map(\.header.id))
        for id in options.standards where !known.contains(id) { throw CatalogError(.unknownRule, rule: id) }
    }

    private static func composite(
        _ catalog: RuleCatalog, on day: CivilDate, _ options: AirPeriodOptions
    ) throws(CatalogError) -> (header: RuleHeader, rule: AirCompositeRule) {
        let versions = catalog.versions(of: .airComposite)
        if let asked = options.standards.first(where: { id in versions.contains { $0.header.id == id } }) {
            return try RuleChoice(id: asked, asOf: nil).rule(.airComposite, in: catalog, on: day)
        }
        let plain = AirCompositeRule.plainID
        guard
            let found = versions.last(where: { $0.header.id == plain && $0.header.effective.contains(day) })
        else { throw CatalogError(.nothingInForce, rule: plain, date: day) }
        return found
    }
}
