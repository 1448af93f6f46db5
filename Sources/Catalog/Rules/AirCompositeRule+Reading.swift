package import Standards

extension RuleKind where Rule == AirCompositeRule {
    /// The composite index; several schemes of weights stand side by side, each asked for by its id.
    package static var airComposite: RuleKind<AirCompositeRule> {
        RuleKind("air_composite", "环境空气质量综合指数", standing: .beside) {
            (content, header, reader) throws(StandardsError) in
            try AirCompositeRule.read(content, header: header, with: reader)
        }
    }
}

extension AirCompositeRule {
    /// The plain sum, all weights 1: what is meant where no scheme is named.
    package static let plainID = "AIR-COMPOSITE"

    /// Reads the contents of an `air_composite` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> AirCompositeRule {
        let content = reader.mapping(content.node, keys: ["items", "single_decimals", "decimals"])
        let parts = content.airItems("items") { node, _ in
            let part = reader.mapping(node, keys: ["statistic", "averaging", "weight"])
            return Part(
                statistic: part.choice("statistic", as: AirStatistic.self) ?? .mean,
                averaging: part.choice("averaging", as: AirAveraging.self) ?? .year, weight: part.fraction("weight"))
        }
        return try AirCompositeRule(
            id: header.id, title: header.title, parts: parts,
            singleDecimals: content.integer("single_decimals", in: 0...6),
            decimals: content.integer("decimals", in: 0...6))
    }
}
