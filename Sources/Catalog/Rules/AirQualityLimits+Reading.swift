package import Standards

extension RuleKind where Rule == AirQualityLimits {
    /// GB 3095 Table 1.
    package static var airLimits: RuleKind<AirQualityLimits> {
        RuleKind("air_limits", "环境空气质量标准") { (content, header, reader) throws(StandardsError) in
            let rows = AirQualityLimits.rows(content, with: reader)
            return try AirQualityLimits(id: header.id, title: header.title, rows: rows)
        }
    }
}

extension AirQualityLimits {
    /// Reads the rows of an `air_limits` rule.
    static func rows(_ content: RuleMapping, with reader: RuleReader) -> [Row] {
        reader.mapping(content.node, keys: ["rows"]).list("rows").compactMap { node in
            let row = reader.mapping(node, keys: ["item", "averaging", "class1", "class2"])
            let item = row.choice("item", as: AirItem.self)
            let averaging = row.choice("averaging", as: AirAveraging.self)
            let classOne = row.decimal("class1")
            let classTwo = row.decimal("class2")
            guard let item, let averaging else { return nil }
            return Row(item: item, averaging: averaging, classOne: classOne, classTwo: classTwo)
        }
    }
}
