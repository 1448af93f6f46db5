package import Standards

extension RuleKind where Rule == TrendTestRule {
    /// The rank-correlation test with its critical values.
    package static var trendTest: RuleKind<TrendTestRule> {
        RuleKind("trend_test", "变化趋势检验") { (content, header, reader) throws(StandardsError) in
            try TrendTestRule.read(content, header: header, with: reader)
        }
    }
}

extension TrendTestRule {
    /// Reads the contents of a `trend_test` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> TrendTestRule {
        let content = reader.mapping(content.node, keys: ["minimum_count", "levels"])
        var critical: [Rational: [Int: Rational]] = [:]
        for node in content.list("levels") {
            let level = reader.mapping(node, keys: ["level", "critical"])
            var values: [Int: Rational] = [:]
            for entry in level.openMapping("critical").entries {
                guard let count = Int(entry.key), count > 1 else {
                    reader.refuse(entry.value, .wrongKind(key: entry.key, expected: .wholeNumber))
                    continue
                }
                values[count] = reader.fraction(entry.value, name: entry.key)
            }
            critical[level.fraction("level")] = values
        }
        return try TrendTestRule(
            id: header.id, title: header.title, minimumCount: content.integer("minimum_count", in: 2...100),
            critical: critical)
    }
}
