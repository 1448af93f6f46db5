package import Catalog
package import Standards

/// The rules of one noise day, with the headers that cite them.
package struct NoiseDayRules: Sendable {
    /// Day and night of the whole country; a place with hours of its own has a rule of its own.
    package static let usualPeriods = "NOISE-PERIODS"

    let standard: NoiseZoneStandard
    let statistics: NoiseStatisticsRule
    let periods: NoisePeriods
    /// The standard, the statistics, the periods.
    let headers: [RuleHeader]

    /// Looks the rules up.
    ///
    /// - Parameters:
    ///   - date: the day on which day and night begin.
    ///   - choice: which edition of the limits holds; its day holds for the other rules too.
    ///   - periods: the id of the rule that divides day and night.
    /// - Throws: `.nothingInForce`, `.unknownRule`.
    package init(
        _ catalog: RuleCatalog, on date: CivilDate, choice: RuleChoice = .ofTheDay, periods id: String = usualPeriods
    ) throws(CatalogError) {
        let limits = try choice.rule(.noiseZones, in: catalog, on: date)
        let ofTheDay = RuleChoice(id: nil, asOf: choice.asOf)
        let statistics = try ofTheDay.rule(.noiseStatistics, in: catalog, on: date)
        let periods = try RuleChoice(id: id, asOf: choice.asOf).rule(.noisePeriods, in: catalog, on: date)
        standard = limits.rule
        self.statistics = statistics.rule
        self.periods = periods.rule
        headers = [limits.header, statistics.header, periods.header]
    }
}
