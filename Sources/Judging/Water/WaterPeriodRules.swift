import Catalog
import Standards

/// The rules by which a period is assessed: those in force on its first day.
final class WaterPeriodRules {
    let explaining: WaterExplanationRules
    let means: WaterMeanRule
    let periods: WaterPeriodRule
    let grading: WaterGradingRule

    /// - Throws: `.nothingInForce` when one of them was not, `.unknownRule` for a standard named that there is not.
    init(_ catalog: RuleCatalog, on day: CivilDate, choice: RuleChoice) throws(CatalogError) {
        let ofTheDay = RuleChoice(id: nil, asOf: choice.asOf)
        explaining = try WaterExplanationRules(catalog, on: day, choice: choice)
        means = try ofTheDay.rule(.waterMeans, in: catalog, on: day).rule
        periods = try ofTheDay.rule(.waterPeriods, in: catalog, on: day).rule
        grading = try ofTheDay.rule(.waterGrading, in: catalog, on: day).rule
    }

    /// The limits with the evaluation method.
    var rule: WaterClassRule { explaining.rule }

    /// The Chinese names of items.
    func names(_ items: [WaterItem]) -> String { items.map(rule.standard.name(of:)).joined(separator: "、") }
}
