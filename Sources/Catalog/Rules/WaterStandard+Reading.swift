package import Standards

extension RuleKind where Rule == WaterStandard {
    /// GB 3838 Table 1.
    package static var waterLimits: RuleKind<WaterStandard> {
        RuleKind("water_limits", "地表水环境质量标准") { (content, header, reader) throws(StandardsError) in
            try WaterStandard.read(content, header: header, with: reader)
        }
    }
}

extension WaterStandard {
    /// Reads the contents of a `water_limits` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> WaterStandard {
        let content = reader.mapping(content.node, keys: ["class_names", "items", "oxygen_saturation"])
        var names: [WaterItem: String] = [:]
        var units: [WaterItem: String] = [:]
        var limits: [WaterBodyKind: [WaterItem: WaterLimit]] = [:]
        for node in content.list("items") {
            let row = reader.mapping(
                node, keys: ["item", "name", "unit", "kind", "at_most", "at_least", "within"])
            guard let item = row.choice("item", as: WaterItem.self) else { continue }
            if let name = row.optionalText("name") { names[item] = name }
            if let unit = row.optionalText("unit") { units[item] = unit }
            let kinds = row.optionalChoice("kind", as: WaterBodyKind.self).map { [$0] } ?? WaterBodyKind.allCases
            guard let limit = limit(row, with: reader) else { continue }
            for kind in kinds {
                if limits[kind]?[item] != nil { row.refuse("item", .duplicateKeys([item.rawValue])) }
                limits[kind, default: [:]][item] = limit
            }
        }
        for item in WaterItem.allCases where names[item] == nil {
            content.refuse("items", .missingKey("item: \(item.rawValue)"))
        }
        return try WaterStandard(
            id: header.id, title: header.title, classNames: content.texts("class_names"), itemNames: names,
            itemUnits: units, river: limits[.river] ?? [:], lake: limits[.lake] ?? [:],
            saturation: try saturation(content))
    }

    /// The alternative for dissolved oxygen of class Ⅰ, if the file has one.
    private static func saturation(_ content: RuleMapping) throws(StandardsError) -> OxygenSaturation? {
        let keys = ["share", "numerator", "offset", "used"]
        guard let saturation = content.optionalMapping("oxygen_saturation", keys: keys) else { return nil }
        return try OxygenSaturation(
            share: saturation.fraction("share"), numerator: saturation.fraction("numerator"),
            offset: saturation.fraction("offset"), isUsed: saturation.flag("used"))
    }

    /// The limit of a row; nil for items that only have a name.
    private static func limit(_ row: RuleMapping, with reader: RuleReader) -> WaterLimit? {
        func values(_ key: String, _ count: Int) -> [ExactDecimal]? {
            guard row.optional(key) != nil else { return nil }
            let values = row.list(key).map { reader.decimal($0, name: key) }
            guard values.count == count else {
                row.refuse(key, .outOfRange(key: key, value: "\(values.count)", range: "\(count)…\(count)"))
                return nil
            }
            return values
        }
        if let limits = values("at_most", 5) { return .atMost(limits) }
        if let limits = values("at_least", 5) { return .atLeast(limits) }
        if let ends = values("within", 2) { return .within(ends[0], ends[1]) }
        return nil
    }
}
