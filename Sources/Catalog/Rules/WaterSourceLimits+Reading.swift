package import Standards

extension RuleKind where Rule == WaterSourceLimits {
    /// GB 3838 Table 2.
    package static var waterSourceLimits: RuleKind<WaterSourceLimits> {
        RuleKind("water_source_limits", "饮用水地表水源补充项目限值") { (content, header, reader) throws(StandardsError) in
            try WaterSourceLimits.read(content, header: header, with: reader)
        }
    }
}

extension WaterSourceLimits {
    /// Reads the contents of a `water_source_limits` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> WaterSourceLimits {
        let content = reader.mapping(content.node, keys: ["items"])
        var limits: [WaterItem: ExactDecimal] = [:]
        var names: [WaterItem: String] = [:]
        for node in content.list("items") {
            let row = reader.mapping(node, keys: ["item", "name", "at_most"])
            guard let item = row.choice("item", as: WaterItem.self) else { continue }
            if limits[item] != nil { row.refuse("item", .duplicateKeys([item.rawValue])) }
            limits[item] = row.decimal("at_most")
            names[item] = row.text("name")
        }
        return try WaterSourceLimits(id: header.id, title: header.title, limits: limits, names: names)
    }
}
