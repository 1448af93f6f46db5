package import Standards

extension RuleKind where Rule == BlackOdorRule {
    /// Grading of black and odorous water bodies; several stand side by side.
    package static var waterBlackOdor: RuleKind<BlackOdorRule> {
        RuleKind("water_black_odor", "黑臭水体判定", standing: .beside) { (content, header, reader) throws(StandardsError) in
            try BlackOdorRule.read(content, header: header, with: reader)
        }
    }
}

extension BlackOdorRule {
    /// Reads the contents of a `water_black_odor` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> BlackOdorRule {
        let content = reader.mapping(content.node, keys: ["rows", "shallow", "heavy_share_above"])
        let shallow = content.mapping("shallow", keys: ["depth_below", "share", "at_least", "below"])
        let rows = content.list("rows").compactMap { node -> Row? in
            let row = reader.mapping(node, keys: ["indicator", "mild", "heavy"])
            guard let indicator = row.choice("indicator", as: Indicator.self),
                let mild = bound(row, "mild", with: reader)
            else { return nil }
            let heavy = row.optional("heavy") == nil ? nil : bound(row, "heavy", with: reader)
            return Row(indicator: indicator, mild: mild, heavy: heavy)
        }
        return try BlackOdorRule(
            id: header.id, title: header.title, rows: rows,
            shallow: Shallow(
                depthBelow: shallow.decimal("depth_below"), share: shallow.decimal("share"),
                atLeast: shallow.grade("at_least"), below: shallow.grade("below")),
            heavyShareAbove: content.optional("heavy_share_above").map {
                reader.fraction($0, name: "heavy_share_above")
            })
    }

    /// One of `below`, `at_most` and `above`.
    private static func bound(_ row: RuleMapping, _ key: String, with reader: RuleReader) -> Bound? {
        let bound = row.mapping(key, keys: ["below", "at_most", "above"])
        if let value = bound.optionalDecimal("below") { return .below(value) }
        if let value = bound.optionalDecimal("at_most") { return .atMost(value) }
        return bound.required("above").map { .above(reader.decimal($0, name: "above")) }
    }
}

extension RuleMapping {
    /// `none`, `mild` or `heavy`.
    fileprivate func grade(_ key: String) -> BlackOdorRule.Grade {
        enum Word: String, CaseIterable { case none, mild, heavy }
        return switch choice(key, as: Word.self) {
        case .mild?: .mild
        case .heavy?: .heavy
        default: .none
        }
    }
}
