package import Standards

extension RuleKind where Rule == RankScheme {
    /// Rankings of cities, districts and towns. Several stand side by side, each asked for by its id.
    package static var ranking: RuleKind<RankScheme> {
        RuleKind("ranking", "排名办法", standing: .beside) { (content, header, reader) throws(StandardsError) in
            try RankScheme.read(content, header: header, with: reader)
        }
    }
}

extension RankScheme {
    /// Reads the contents of a `ranking` rule.
    static func read(
        _ content: RuleMapping, header: RuleHeader, with reader: RuleReader
    ) throws(StandardsError) -> RankScheme {
        let content = reader.mapping(
            content.node,
            keys: [
                "measures", "combine", "rank_kind", "tie_break", "shares_rank", "missing", "exempt",
                "least_valid_percent",
                "listed", "money", "sanctions",
            ])
        let measures = content.list("measures").map { measure($0, with: reader) }
        let keys = measures.map(\.key)
        return try RankScheme(
            id: header.id, title: header.title, measures: measures,
            combination: content.choice("combine", as: RankCombination.self) ?? .value,
            kind: content.choice("rank_kind", as: RankKind.self) ?? .competition,
            tieBreaks: content.optionalList("tie_break").map { key($0, "tie_break", among: keys, with: reader) },
            sharing: content.choice("shares_rank", as: RankSharing.self) ?? .score,
            missing: content.choice("missing", as: RankMissing.self) ?? .last,
            exemption: content.optionalMapping("exempt", keys: ["measure", "above"]).map { exempt in
                RankExemption(measure: exempt.text("measure"), above: exempt.fraction("above"))
            },
            leastValidPercent: content.optionalDecimal("least_valid_percent"),
            listed: content.optionalInteger("listed", in: 1...10_000), moneyTable: content.optionalText("money"),
            sanctions: content.optionalList("sanctions").compactMap { sanction($0, keys, with: reader) })
    }

    private static func measure(_ node: RuleNode, with reader: RuleReader) -> RankMeasure {
        let measure = reader.mapping(
            node, keys: ["key", "title", "better", "weight", "decimals", "composite", "change_of", "change_from"])
        let origin: RankMeasure.Origin =
            if measure.optionalFlag("composite") == true {
                .composite
            } else if measure.optional("change_of") != nil || measure.optional("change_from") != nil {
                .change(of: measure.text("change_of"), from: measure.text("change_from"))
            } else {
                .given
            }
        return RankMeasure(
            key: measure.text("key"), title: measure.text("title"),
            better: measure.choice("better", as: RankDirection.self) ?? .low,
            weight: measure.optional("weight").map { reader.fraction($0, name: "weight") },
            decimals: measure.optionalInteger("decimals", in: 0...9), origin: origin)
    }

    private static func sanction(_ node: RuleNode, _ keys: [String], with reader: RuleReader) -> RankSanction? {
        let sanction = reader.mapping(node, keys: ["count", "times", "measure", "consequence"])
        let times = sanction.integer("times", in: 1...1000)
        let consequence = sanction.text("consequence")
        let measure = sanction.optional("measure").map { key($0, "measure", among: keys, with: reader) }
        guard let count = sanction.choice("count", as: RankSanction.Count.self) else { return nil }
        return RankSanction(count: count, times: times, measure: measure, consequence: consequence)
    }

    /// The key of a measure named elsewhere in the file.
    private static func key(_ node: RuleNode, _ name: String, among keys: [String], with reader: RuleReader) -> String {
        let key = reader.text(node, name: name)
        if !keys.contains(key) {
            let nearest = NearestName.find(key, among: keys)
            reader.refuse(node, .notAllowed(key: name, value: key, nearest: nearest, allowed: keys))
        }
        return key
    }
}
