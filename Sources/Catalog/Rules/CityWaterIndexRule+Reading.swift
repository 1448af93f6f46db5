package import Standards

extension RuleKind where Rule == CityWaterIndexRule {
    /// CWQI: the index by which cities and districts are ranked.
    package static var waterIndex: RuleKind<CityWaterIndexRule> {
        RuleKind("water_index", "城市水质指数") { (content, header, reader) throws(StandardsError) in
            try CityWaterIndexRule.read(content, header: header, with: reader)
        }
    }
}

extension CityWaterIndexRule {
    /// Reads the contents of a `water_index` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> CityWaterIndexRule {
        let content = reader.mapping(
            content.node, keys: ["items", "limit_class", "ph", "index_decimals", "change_decimals"])
        let acidity = content.mapping("ph", keys: ["neutral", "lower", "upper"])
        return try CityWaterIndexRule(
            id: header.id, title: header.title,
            items: content.list("items").compactMap { reader.choice($0, name: "items", as: WaterItem.self) },
            limitClass: content.waterClass("limit_class"),
            acidity: Acidity(
                neutral: acidity.fraction("neutral"), lower: acidity.fraction("lower"),
                upper: acidity.fraction("upper")),
            indexDecimals: content.integer("index_decimals", in: 0...9),
            changeDecimals: content.integer("change_decimals", in: 0...9))
    }
}

extension RuleMapping {
    /// A class that has limits, written 1 (Ⅰ) to 5 (Ⅴ).
    func waterClass(_ key: String) -> WaterClass { WaterClass(rawValue: integer(key, in: 1...5)) ?? .three }
}
