package import Standards

extension RuleKind where Rule == IncinerationRule {
    /// Furnace temperature and exempt hours of incinerators of household waste.
    package static var incineration: RuleKind<IncinerationRule> {
        RuleKind("incineration", "生活垃圾焚烧自动监测数据应用规定") { (content, header, reader) throws(StandardsError) in
            let content = reader.mapping(content.node, keys: ["furnace", "exempt_hours_per_year"])
            let furnace = content.mapping("furnace", keys: ["mean_minutes", "at_least", "allowed_below_per_day"])
            return try IncinerationRule(
                id: header.id, title: header.title, minutes: furnace.integer("mean_minutes", in: 1...60),
                leastTemperature: furnace.decimal("at_least"),
                allowedColdCount: furnace.integer("allowed_below_per_day", in: 0...288),
                exemptHoursPerYear: content.integer("exempt_hours_per_year", in: 0...8_784))
        }
    }
}
