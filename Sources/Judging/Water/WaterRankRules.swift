import Catalog
import Standards

/// The rules of a ranking by CWQI, each with the header of its file.
struct WaterRankRules {
    let index: CityWaterIndexRule
    let standard: WaterStandard
    let means: WaterMeanRule
    let headers: [RuleHeader]

    /// - Throws: `.nothingInForce`, `.unknownRule` for an index named that there is not.
    init(_ catalog: RuleCatalog, on day: CivilDate, index id: String?) throws(CatalogError) {
        let found = try RuleChoice(id: id, asOf: nil).rule(.waterIndex, in: catalog, on: day)
        index = found.rule
        standard = try catalog.rule(.waterLimits, on: day)
        means = try catalog.rule(.waterMeans, on: day)
        headers = [
            found.header, try catalog.header(.waterLimits, on: day), try catalog.header(.waterMeans, on: day),
        ]
    }
}
