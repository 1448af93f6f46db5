package import Standards

extension RuleKind where Rule == WaterGradingRule {
    /// 环办〔2011〕22号: grading of rivers and basins, change between periods.
    package static var waterGrading: RuleKind<WaterGradingRule> {
        RuleKind("water_grading", "河流、流域水质评价") { (content, header, reader) throws(StandardsError) in
            try WaterGradingRule.read(content, header: header, with: reader)
        }
    }
}

extension WaterGradingRule {
    /// Reads the contents of a `water_grading` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> WaterGradingRule {
        let content = reader.mapping(content.node, keys: ["minimum_sections", "rows", "change"])
        let change = content.mapping("change", keys: ["similar_up_to", "clear_above"])
        let rows = content.list("rows").map { node in
            let row = reader.mapping(node, keys: ["good_at_least", "inferior_below", "name", "color", "hex"])
            func bound(_ key: String) -> Rational? { row.optional(key).map { reader.fraction($0, name: key) } }
            return Row(
                goodAtLeast: bound("good_at_least"), inferiorBelow: bound("inferior_below"),
                grade: .init(name: row.text("name"), colorName: row.text("color"), hex: row.text("hex")))
        }
        return try WaterGradingRule(
            id: header.id, title: header.title,
            minimumSections: content.integer("minimum_sections", in: 1...1000), rows: rows,
            similarUpTo: change.fraction("similar_up_to"), clearAbove: change.fraction("clear_above"))
    }
}
