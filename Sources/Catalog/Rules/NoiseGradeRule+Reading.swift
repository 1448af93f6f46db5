package import Standards

extension RuleKind where Rule == NoiseGradeRule {
    /// HJ 640: grades of areas and roads.
    package static var noiseGrades: RuleKind<NoiseGradeRule> {
        RuleKind("noise_grades", "城市声环境质量等级") { (content, header, reader) throws(StandardsError) in
            try NoiseGradeRule.read(content, header: header, with: reader)
        }
    }
}

extension NoiseGradeRule {
    /// Reads the contents of a `noise_grades` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> NoiseGradeRule {
        let content = reader.mapping(content.node, keys: ["decimals", "grades"])
        let grades = content.list("grades").map { node in
            let row = reader.mapping(node, keys: ["name", "word", "area", "road"])
            func limit(_ key: String) -> NoiseLimit? {
                row.optionalMapping(key, keys: NoiseLimit.keys).map(NoiseLimit.read)
            }
            return Grade(name: row.text("name"), word: row.text("word"), area: limit("area"), road: limit("road"))
        }
        return try NoiseGradeRule(
            id: header.id, title: header.title, grades: grades, decimals: content.integer("decimals", in: 0...4))
    }
}
