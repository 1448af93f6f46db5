package import Standards

extension RuleKind where Rule == NoiseStatisticsRule {
    /// HJ 640 and 环办监测〔2024〕33号: levels of days and nights, attainment of function zones.
    package static var noiseStatistics: RuleKind<NoiseStatisticsRule> {
        RuleKind("noise_statistics", "声环境统计规定") { (content, header, reader) throws(StandardsError) in
            try NoiseStatisticsRule.read(content, header: header, with: reader)
        }
    }
}

extension NoiseStatisticsRule {
    /// Reads the contents of a `noise_statistics` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> NoiseStatisticsRule {
        let content = reader.mapping(content.node, keys: ["level_decimals", "rate_decimals", "minimum"])
        let minimum = content.optionalMapping("minimum", keys: ["minutes", "day_hours", "night_hours"])
        return try NoiseStatisticsRule(
            id: header.id, title: header.title, levelDecimals: content.integer("level_decimals", in: 0...4),
            rateDecimals: content.integer("rate_decimals", in: 0...4),
            minimum: Minimum(
                minutes: minimum?.optionalInteger("minutes", in: 1...60),
                dayHours: minimum?.optionalInteger("day_hours", in: 1...16),
                nightHours: minimum?.optionalInteger("night_hours", in: 1...8)))
    }
}
