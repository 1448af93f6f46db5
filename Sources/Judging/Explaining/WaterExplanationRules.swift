package import Catalog
package import Standards

/// The rules by which a class of surface water is explained, each with the header of its file.
package struct WaterExplanationRules {
    /// GB 3838 with the evaluation method.
    package let rule: WaterClassRule
    /// How means are made and what stands for a value below its detection limit; nil before 2020.
    package let means: WaterMeanRule?
    let headers: [RuleHeader]

    /// The rules in force on a day: that of the sample, or the first of the month.
    ///
    /// - Parameter choice: names the standard or the day, where that of the data is not wanted.
    /// - Throws: `.nothingInForce` when the standard or the method was not in force, `.unknownRule` for a standard named
    ///   that there is not.
    package init(
        _ catalog: RuleCatalog, on day: CivilDate, choice: RuleChoice = .ofTheDay
    ) throws(CatalogError) {
        let ofTheDay = RuleChoice(id: nil, asOf: choice.asOf)
        let standard = try choice.rule(.waterLimits, in: catalog, on: day)
        let method = try ofTheDay.rule(.waterMethod, in: catalog, on: day)
        let means = try Self.means(catalog, ofTheDay, on: day)
        rule = WaterClassRule(standard: standard.rule, method: method.rule)
        self.means = means?.rule
        headers = [standard.header, method.header] + (means.map { [$0.header] } ?? [])
    }

    private static func means(
        _ catalog: RuleCatalog, _ choice: RuleChoice, on day: CivilDate
    ) throws(CatalogError) -> (header: RuleHeader, rule: WaterMeanRule)? {
        do {
            return try choice.rule(.waterMeans, in: catalog, on: day)
        } catch {
            guard error.code == .nothingInForce else { throw error }
            return nil
        }
    }

    /// The share of the detection limit that stands for a value below it.
    var belowLimitShare: Rational { means?.belowLimitShare ?? WaterDayRule.belowLimitShareBeforeRule }
}
