package import Standards

extension RuleKind where Rule == ComparisonRule {
    /// 同比 and 环比.
    package static var comparison: RuleKind<ComparisonRule> {
        RuleKind("comparison", "同比环比计算方法") { (content, header, reader) throws(StandardsError) in
            let content = reader.mapping(content.node, keys: ["percent_decimals", "words"])
            let words = content.mapping("words", keys: Comparison.Direction.allCases.map(\.rawValue))
            return try ComparisonRule(
                id: header.id, title: header.title, percentDecimals: content.integer("percent_decimals", in: 0...4),
                words: Dictionary(
                    uniqueKeysWithValues: Comparison.Direction.allCases.map { ($0, words.text($0.rawValue)) }))
        }
    }
}
