import Standards

extension RuleHeader {
    /// Reads the header of a document; with faults in `reader` it holds stand-ins and must not be used.
    static func read(_ node: RuleNode, with reader: RuleReader) -> RuleHeader {
        let root = reader.openMapping(node, name: "id")
        let id = root.text("id")
        let title = root.text("title")
        let days = root.mapping("effective", keys: ["from", "to"])
        let effective = Effective(from: days.date("from"), to: days.optionalDate("to"))
        let source = root.mapping("source", keys: ["instrument", "article", "verified"])
        let ruleSource = RuleSource(
            instrument: source.text("instrument"), article: source.text("article"), verified: source.text("verified"))
        let confidence = root.choice("confidence", as: Confidence.self)
        if let to = effective.to, to < effective.from { days.refuse("to", .endsBeforeItBegins) }
        return RuleHeader(
            id: id, title: title, effective: effective, source: ruleSource, confidence: confidence ?? .provisional)
    }
}
