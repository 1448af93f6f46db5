package import Standards

extension RuleKind where Rule == WaterMeanRule {
    /// How surface-water measurements become assessed means.
    package static var waterMeans: RuleKind<WaterMeanRule> {
        RuleKind("water_means", "地表水数据统计与修约规定") { (content, header, reader) throws(StandardsError) in
            try WaterMeanRule.read(content, header: header, with: reader)
        }
    }
}

extension WaterMeanRule {
    /// Reads the contents of a `water_means` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> WaterMeanRule {
        let content = reader.mapping(
            content.node, keys: ["below_limit_share", "assessment_decimals", "display_decimals"])
        func decimals(_ key: String) -> [WaterItem: Int] {
            let mapping = content.mapping(key, keys: WaterItem.allCases.map(\.rawValue))
            var decimals: [WaterItem: Int] = [:]
            for entry in mapping.entries {
                guard let item = WaterItem(rawValue: entry.key) else { continue }
                decimals[item] = reader.integer(entry.value, name: entry.key, in: 0...17)
            }
            return decimals
        }
        return try WaterMeanRule(
            id: header.id, title: header.title, assessmentDecimals: decimals("assessment_decimals"),
            displayDecimals: decimals("display_decimals"), belowLimitShare: content.fraction("below_limit_share"))
    }
}
