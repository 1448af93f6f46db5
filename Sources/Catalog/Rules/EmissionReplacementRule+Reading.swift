package import Standards

extension RuleKind where Rule == EmissionReplacementRule {
    /// How gaps are filled where amounts are added up.
    package static var emissionReplacement: RuleKind<EmissionReplacementRule> {
        RuleKind("emission_replacement", "排放量缺失数据替代", standing: .beside) {
            (content, header, reader) throws(StandardsError) in
            let content = reader.mapping(content.node, keys: ["medium", "largest", "preceding", "neighbours"])
            return try EmissionReplacementRule(
                id: header.id, title: header.title,
                medium: content.choice("medium", as: DischargeMedium.self) ?? .air,
                method: EmissionReplacementRule.method(content, with: reader))
        }
    }
}

extension EmissionReplacementRule {
    /// The one way a file gives: `largest`, `preceding` or `neighbours`.
    static func method(_ content: RuleMapping, with reader: RuleReader) -> Method {
        if let preceding = content.optionalMapping("preceding", keys: ["median_of"]) {
            return .preceding(
                medianOf: preceding.optionalList("median_of").map {
                    DischargeItem(rawValue: reader.text($0, name: "median_of"))
                })
        }
        if let neighbours = content.optionalMapping("neighbours", keys: ["hours_up_to"]) {
            return .neighbours(maximumHours: neighbours.integer("hours_up_to", in: 1...8_784))
        }
        return .largest(
            content.list("largest").map { node in
                let step = reader.mapping(node, keys: ["rate_from", "hours_up_to", "of_last_hours"])
                return Step(
                    leastRate: step.fraction("rate_from"),
                    maximumHours: step.optionalInteger("hours_up_to", in: 1...8_784),
                    window: step.integer("of_last_hours", in: 1...8_784))
            })
    }
}
