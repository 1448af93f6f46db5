package import Standards

extension RuleKind where Rule == WaterPeriodRule {
    /// 环办〔2011〕22号: how many data a period needs.
    package static var waterPeriods: RuleKind<WaterPeriodRule> {
        RuleKind("water_periods", "地表水时段数据统计") { (content, header, reader) throws(StandardsError) in
            try WaterPeriodRule.read(content, header: header, with: reader)
        }
    }
}

extension WaterPeriodRule {
    /// Reads the contents of a `water_periods` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> WaterPeriodRule {
        let content = reader.mapping(content.node, keys: WaterPeriodLength.allCases.map(\.rawValue))
        var terms: [WaterPeriodLength: Term] = [:]
        for length in WaterPeriodLength.allCases {
            let term = content.mapping(length.rawValue, keys: ["mean_of", "minimum", "minimum_with_ice"])
            guard let basis = term.choice("mean_of", as: Basis.self) else { continue }
            terms[length] = Term(
                basis: basis, minimum: term.optionalInteger("minimum", in: 1...1000),
                minimumWithIce: term.optionalInteger("minimum_with_ice", in: 1...1000))
        }
        return try WaterPeriodRule(id: header.id, title: header.title, terms: terms)
    }
}
