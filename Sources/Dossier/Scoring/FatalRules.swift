package import Catalog
package import Standards

/// The grave faults (重大问题) of case review: each makes the whole file worth nothing.
package struct FatalRules: Sendable {
    static let folder = "dossier/review"
    static let id = "fatal"

    /// One fault.
    package struct Item: Hashable, Sendable {
        /// 1 to 25.
        package let number: Int
        package let group: String
        package let words: String
        /// What decides it; nil where a person does.
        package let check: CaseCheck?
        package let basis: String
    }

    package let items: [Item]
    /// The steps that wait until every finding is mended or overridden.
    package let stops: Set<String>
    /// The posts that may override one, with a written reason.
    package let mayOverride: [String]

    /// - Parameter date: the day of the review.
    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        self = try catalog.reading(id: Self.id, under: Self.folder, on: date) { Self($1) }
    }

    init(_ reader: RuleReader) {
        let body = reader.body(keys: ["stops", "may_override", "items"])
        stops = Set(body.texts("stops"))
        mayOverride = body.texts("may_override")
        items = body.list("items").map { Item($0, with: reader) }
        if Set(items.map(\.number)).count != items.count {
            body.refuse("items", .other(message: "有两项编号相同", mend: "编号从 1 起不重复"))
        }
    }
}

extension FatalRules.Item {
    private enum Decider: String, CaseIterable { case machine, person }

    fileprivate init(_ node: RuleNode, with reader: RuleReader) {
        let row = reader.mapping(node, keys: ["item", "group", "words", "decided", "check", "basis"])
        number = row.integer("item", in: 1...99)
        group = row.text("group")
        words = row.text("words")
        let isMachine = row.choice("decided", as: Decider.self) == .machine
        check = isMachine ? row.choice("check", as: CaseCheck.self) : nil
        basis = row.optionalText("basis") ?? ""
    }
}
