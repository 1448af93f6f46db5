package import Standards

extension RuleKind where Rule == WaterSourceRule {
    /// When a surface source of drinking water meets the standard.
    package static var waterSource: RuleKind<WaterSourceRule> {
        RuleKind("water_source", "饮用水地表水源达标评价") { (content, header, reader) throws(StandardsError) in
            try WaterSourceRule.read(content, header: header, with: reader)
        }
    }
}

extension WaterSourceRule {
    /// Reads the contents of a `water_source` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> WaterSourceRule {
        let content = reader.mapping(content.node, keys: ["class", "without", "without_multiple"])
        func items(_ key: String) -> Set<WaterItem> {
            Set(content.list(key).compactMap { reader.choice($0, name: key, as: WaterItem.self) })
        }
        return try WaterSourceRule(
            id: header.id, title: header.title, waterClass: content.waterClass("class"), without: items("without"),
            withoutMultiple: items("without_multiple"))
    }
}
