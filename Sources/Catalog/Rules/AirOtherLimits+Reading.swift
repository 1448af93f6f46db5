package import Standards

extension RuleKind where Rule == AirOtherLimits {
    /// GB 3095 Table 2 and appendix A, each a table of its own.
    package static var airOtherLimits: RuleKind<AirOtherLimits> {
        RuleKind("air_other_limits", "环境空气其他项目限值", standing: .beside) {
            (content, header, reader) throws(StandardsError) in
            let rows = AirOtherLimits.rows(content, with: reader)
            return try AirOtherLimits(id: header.id, title: header.title, rows: rows)
        }
    }
}

extension AirOtherLimits {
    /// Reads the rows of an `air_other_limits` rule.
    static func rows(_ content: RuleMapping, with reader: RuleReader) -> [Row] {
        reader.mapping(content.node, keys: ["rows"]).list("rows").compactMap { node in
            let row = reader.mapping(node, keys: ["item", "name", "averaging", "unit", "land", "class1", "class2"])
            let averaging = row.choice("averaging", as: Averaging.self)
            let made = Row(
                item: row.text("item"), name: row.text("name"), averaging: averaging ?? .year, unit: row.text("unit"),
                land: row.optionalText("land"), classOne: row.decimal("class1"), classTwo: row.decimal("class2"))
            return averaging == nil ? nil : made
        }
    }
}
