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
    /// - Throws: `.nothingInForce` when the standard or the method was not in force.
    package init(_ catalog: RuleCatalog, on day: CivilDate) throws(CatalogError) {
        rule = try catalog.waterClassRule(on: day)
        var headers = [try catalog.header(.waterLimits, on: day), try catalog.header(.waterMethod, on: day)]
        means = try Self.means(catalog, on: day)
        if means != nil { headers.append(try catalog.header(.waterMeans, on: day)) }
        self.headers = headers
    }

    private static func means(_ catalog: RuleCatalog, on day: CivilDate) throws(CatalogError) -> WaterMeanRule? {
        do {
            return try catalog.rule(.waterMeans, on: day)
        } catch {
            guard error.code == .nothingInForce else { throw error }
            return nil
        }
    }

    /// The share of the detection limit that stands for a value below it.
    var belowLimitShare: Rational { means?.belowLimitShare ?? WaterDayRule.belowLimitShareBeforeRule }
}
