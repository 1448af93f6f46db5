package import Standards

extension RuleKind where Rule == AirIndexRule {
    /// HJ 633: from concentrations to IAQI and AQI.
    package static var airIndex: RuleKind<AirIndexRule> {
        RuleKind("air_index", "空气质量指数（AQI）技术规定") { (content, header, reader) throws(StandardsError) in
            try AirIndexRule(AirIndexDefinition.read(content, header: header, with: reader))
        }
    }
}

extension AirIndexDefinition {
    /// Reads the contents of an `air_index` rule.
    static func read(_ content: RuleMapping, header: RuleHeader, with reader: RuleReader) -> AirIndexDefinition {
        let content = reader.mapping(
            content.node,
            keys: [
                "index", "columns", "hourly", "daily", "daily_ozone_hour", "input_decimals", "range", "primary_above",
                "exceeds_above",
                "missing", "levels", "sensitive_groups",
            ])
        let columns = readColumns(content, with: reader)
        let range = content.mapping("range", keys: ["minimum", "maximum"])
        return AirIndexDefinition(
            id: header.id, title: header.title,
            hourly: assign(content, "hourly", columns, with: reader),
            daily: assign(content, "daily", columns, with: reader),
            dailyOzoneHour: content.optional("daily_ozone_hour").map {
                column($0, "daily_ozone_hour", columns, with: reader)
            },
            inputDecimals: content.optional("input_decimals") == nil
                ? [:] : content.airItems("input_decimals") { reader.integer($0, name: $1, in: 0...4) },
            levels: content.list("levels").enumerated().map { level($1, rank: $0 + 1, with: reader) },
            minimum: range.integer("minimum", in: 0...1), maximum: range.integer("maximum", in: 1...1000),
            primaryAbove: content.integer("primary_above", in: 0...1000),
            exceedsAbove: content.integer("exceeds_above", in: 0...1000),
            missing: missing(content, with: reader),
            sensitiveGroups: content.optional("sensitive_groups") == nil
                ? [:] : content.airItems("sensitive_groups") { reader.text($0, name: $1) })
    }

    /// Columns by name: the concentrations at the indices of `index`, and what holds above the last.
    private static func readColumns(_ content: RuleMapping, with reader: RuleReader) -> [String: AirBreakpoints] {
        let index = content.list("index").map { reader.integer($0, name: "index", in: 0...1000) }
        var columns: [String: AirBreakpoints] = [:]
        for entry in content.openMapping("columns").entries {
            let column = reader.mapping(entry.value, keys: ["at", "above"])
            let concentrations = column.list("at").map { reader.decimal($0, name: "at") }
            if concentrations.count > index.count {
                column.refuse("at", .outOfRange(key: "at", value: "\(concentrations.count)", range: "2…\(index.count)"))
            }
            let above = column.text("above")
            let beyond: AirBreakpoints.Beyond =
                if above == "not_computed" { .notComputed } else {
                    .countedAs(column.integer("above", in: 1...1000))
                }
            columns[entry.key] = AirBreakpoints(
                knots: zip(concentrations, index).map { .init($0, index: $1) }, beyond: beyond)
        }
        return columns
    }

    /// Which column holds for each item.
    private static func assign(
        _ content: RuleMapping, _ key: String, _ columns: [String: AirBreakpoints], with reader: RuleReader
    ) -> [AirItem: AirBreakpoints] {
        content.airItems(key) { node, name in column(node, name, columns, with: reader) }
    }

    /// The column of a name.
    private static func column(
        _ node: RuleNode, _ key: String, _ columns: [String: AirBreakpoints], with reader: RuleReader
    ) -> AirBreakpoints {
        let name = reader.text(node, name: key)
        if let found = columns[name] { return found }
        let nearest = NearestName.find(name, among: columns.keys)
        reader.refuse(node, .notAllowed(key: key, value: name, nearest: nearest, allowed: columns.keys.sorted()))
        return AirBreakpoints(knots: [], beyond: .notComputed)
    }

    private static func level(_ node: RuleNode, rank: Int, with reader: RuleReader) -> AirLevel {
        let level = reader.mapping(
            node, keys: ["up_to", "grade", "name", "color", "hex", "cmyk", "effect", "advice"])
        return AirLevel(
            rank: rank, upperBound: level.optionalInteger("up_to", in: 1...1000), grade: level.text("grade"),
            name: level.text("name"), colorName: level.text("color"), hex: level.text("hex"),
            cmyk: level.text("cmyk"), effect: level.text("effect"), advice: level.text("advice"))
    }

    private static func missing(_ content: RuleMapping, with reader: RuleReader) -> AirMissingRule {
        let missing = content.mapping(
            "missing", keys: ["publish_above", "maximum_missing", "needed_one_of", "feed_blanks"])
        func items(_ key: String) -> AirItemSet {
            AirItemSet(missing.optionalList(key).compactMap { reader.choice($0, name: key, as: AirItem.self) })
        }
        return AirMissingRule(
            publishAbove: missing.optionalInteger("publish_above", in: 0...1000),
            maximumMissing: missing.optionalInteger("maximum_missing", in: 0...6),
            neededOneOf: items("needed_one_of"), feedBlanks: items("feed_blanks"))
    }
}

extension RuleMapping {
    /// A mapping with one value for each of the six air items; an item left out or misspelt is a fault.
    func airItems<Value>(_ key: String, _ read: (RuleNode, String) -> Value) -> [AirItem: Value] {
        let mapping = mapping(key, keys: AirItem.allCases.map(\.rawValue))
        var values: [AirItem: Value] = [:]
        for item in AirItem.allCases {
            values[item] = mapping.required(item.rawValue).map { read($0, "\(key).\(item.rawValue)") }
        }
        return values
    }
}
