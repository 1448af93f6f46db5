package import Standards

extension RuleKind where Rule == TrophicIndexRule {
    /// TLI(Σ) of lakes and reservoirs.
    package static var waterTrophic: RuleKind<TrophicIndexRule> {
        RuleKind("water_trophic", "湖库营养状态评价") { (content, header, reader) throws(StandardsError) in
            try TrophicIndexRule.read(content, header: header, with: reader)
        }
    }
}

extension TrophicIndexRule {
    /// Reads the contents of a `water_trophic` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> TrophicIndexRule {
        let content = reader.mapping(content.node, keys: ["items", "grades", "decimals"])
        let items = content.list("items").compactMap { node -> Item? in
            let row = reader.mapping(node, keys: ["item", "constant", "factor", "correlation", "unit_factor"])
            guard let item = row.choice("item", as: WaterItem.self) else { return nil }
            return Item(
                item: item, constant: row.fraction("constant"), factor: row.fraction("factor"),
                correlation: row.fraction("correlation"), unitFactor: row.fraction("unit_factor"))
        }
        let grades = content.list("grades").map { node in
            let row = reader.mapping(node, keys: ["name", "below", "at_most"])
            func bound(_ key: String) -> Rational? { row.optional(key).map { reader.fraction($0, name: key) } }
            return Grade(name: row.text("name"), below: bound("below"), atMost: bound("at_most"))
        }
        return try TrophicIndexRule(
            id: header.id, title: header.title, items: items, grades: grades,
            decimals: content.integer("decimals", in: 0...6))
    }
}
