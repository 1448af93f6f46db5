package import Standards

extension RuleKind where Rule == DischargeLimits {
    /// The limits of an emission standard.
    package static var dischargeLimits: RuleKind<DischargeLimits> {
        RuleKind("discharge_limits", "污染物排放标准", standing: .beside) { (content, header, reader) throws(StandardsError) in
            let content = reader.mapping(content.node, keys: ["medium", "categories"])
            let categories = content.list("categories").map { node in
                let category = reader.mapping(node, keys: ["id", "name", "rows"])
                return DischargeLimits.Category(
                    id: category.text("id"), name: category.text("name"),
                    rows: category.list("rows").map { DischargeLimits.row($0, with: reader) })
            }
            return try DischargeLimits(
                id: header.id, title: header.title,
                medium: content.choice("medium", as: DischargeMedium.self) ?? .water, categories: categories)
        }
    }
}

extension DischargeLimits {
    static func row(_ node: RuleNode, with reader: RuleReader) -> Row {
        let row = reader.mapping(
            node, keys: ["item", "code", "name", "unit", "averaging", "place", "at_most", "within"])
        return Row(
            item: DischargeItem(rawValue: row.text("item")), code: row.optionalText("code"), name: row.text("name"),
            unit: row.text("unit"), averaging: row.choice("averaging", as: Averaging.self) ?? .hour,
            place: row.optionalText("place"), bound: bound(row, with: reader))
    }

    /// A range where one is given, else the limit not to be exceeded, which must be there then.
    private static func bound(_ row: RuleMapping, with reader: RuleReader) -> DischargeBound {
        guard row.optional("within") != nil else { return .atMost(row.decimal("at_most")) }
        let ends = row.list("within").map { reader.decimal($0, name: "within") }
        guard ends.count == 2 else {
            row.refuse("within", .outOfRange(key: "within", value: "\(ends.count)", range: "2…2"))
            return .within(.zero, .zero)
        }
        return .within(ends[0], ends[1])
    }
}
