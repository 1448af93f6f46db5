package import Catalog
import Standards

extension FigureDefinition {
    private static let keys = [
        "unit", "period", "arguments", "measure", "select", "of", "rounded", "percentile", "decimals", "style", "words",
        "expected", "missing", "responsible",
    ]

    /// Reads a definition.
    ///
    /// - Parameter views: the names of the documented views; a selection may name no other table.
    /// - Throws: `CatalogError` with every fault of the file.
    package init(_ file: RuleFile, views: Set<String>) throws(CatalogError) {
        let reader = RuleReader(file)
        let body = reader.body(keys: Self.keys)
        header = file.header
        unit = body.optionalText("unit") ?? ""
        period = body.choice("period", as: FigurePeriod.self) ?? .day
        arguments = body.optionalList("arguments").map { reader.text($0, name: "arguments") }
        let measure = body.choice("measure", as: Measure.self) ?? .count
        self.measure = measure
        percentile = body.optional("percentile").map { reader.fraction($0, name: "percentile") }
        decimals = body.optionalInteger("decimals", in: 0...6)
        style = body.optionalChoice("style", as: Style.self) ?? .number
        var words: [String: String] = [:]
        if let node = body.optional("words") {
            for entry in reader.openMapping(node, name: "words").entries {
                words[entry.key] = reader.text(entry.value, name: entry.key)
            }
        }
        self.words = words
        completeness = body.optionalText("expected").map(Completeness.init)
        missing = body.optionalText("missing") ?? "—"
        responsible = body.optionalText("responsible")
        if measure.combinesFigures {
            let parts = body.texts("of")
            if parts.count != 2 { body.refuse("of", .other(message: "“of”没有列出两个指标", mend: "写成 of: [指标一, 指标二]")) }
            basis = .figures(
                parts.first ?? "", parts.last ?? "", isRounded: body.optionalFlag("rounded") ?? false)
        } else {
            let selection = FigureSelection(body.text("select"))
            if let problem = selection.problem(views: views, arguments: arguments) {
                body.refuse("select", .other(message: problem, mend: "见 Docs/add-a-figure.md"))
            }
            basis = .selection(selection)
        }
        if measure == .percentile, percentile == nil { _ = body.required("percentile") }
        try reader.finish()
    }
}
