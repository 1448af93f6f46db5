package import Standards

extension RuleKind where Rule == WaterEvaluationMethod {
    /// 环办〔2011〕22号: which items decide, grades, main pollution indicators.
    package static var waterMethod: RuleKind<WaterEvaluationMethod> {
        RuleKind("water_method", "地表水环境质量评价办法") { (content, header, reader) throws(StandardsError) in
            try WaterEvaluationMethod.read(content, header: header, with: reader)
        }
    }
}

extension WaterEvaluationMethod {
    /// Reads the contents of a `water_method` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> WaterEvaluationMethod {
        let content = reader.mapping(content.node, keys: ["items", "grades", "main_indicators"])
        let indicators = content.mapping(
            "main_indicators", keys: ["count", "multiple_decimals", "first", "without_multiple"])
        func items(_ mapping: RuleMapping, _ key: String) -> Set<WaterItem> {
            Set(mapping.list(key).compactMap { reader.choice($0, name: key, as: WaterItem.self) })
        }
        return try WaterEvaluationMethod(
            id: header.id, title: header.title, items: items(content, "items"),
            grades: content.list("grades").map { node in
                let grade = reader.mapping(node, keys: ["name", "color", "hex"])
                return Grade(name: grade.text("name"), colorName: grade.text("color"), hex: grade.text("hex"))
            },
            priorityItems: items(indicators, "first"), itemsWithoutMultiple: items(indicators, "without_multiple"),
            indicatorCount: indicators.integer("count", in: 1...21),
            multipleDecimals: indicators.integer("multiple_decimals", in: 0...4))
    }
}
