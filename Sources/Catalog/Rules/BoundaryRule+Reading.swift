package import Standards

extension RuleKind where Rule == BoundaryRule {
    /// Ratio and load of sections where rivers enter and leave.
    package static var waterBoundary: RuleKind<BoundaryRule> {
        RuleKind("water_boundary", "出入境断面评价") { (content, header, reader) throws(StandardsError) in
            try BoundaryRule.read(content, header: header, with: reader)
        }
    }
}

extension BoundaryRule {
    /// Reads the contents of a `water_boundary` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> BoundaryRule {
        let content = reader.mapping(content.node, keys: ["ratio_decimals", "load_decimals"])
        return try BoundaryRule(
            id: header.id, title: header.title, ratioDecimals: content.integer("ratio_decimals", in: 0...9),
            loadDecimals: content.integer("load_decimals", in: 0...9))
    }
}
