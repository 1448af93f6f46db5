package import Catalog
package import Standards

/// How many points the papers of a file are worth, and what is taken off for how it is kept.
package struct PointRules: Sendable {
    static let id = "points"

    /// A paper of a kind of case.
    package struct Paper: Hashable, Sendable {
        package let name: String
        package let points: Rational
        /// Whether its absence costs its points; others are not at stake then.
        package let isRequired: Bool
        /// Which elements are worth how much; empty where all are worth the same.
        package let elements: [Element]
    }

    /// Elements that are worth their points together.
    package struct Element: Hashable, Sendable {
        package let names: [String]
        package let points: Rational
    }

    /// What is looked at on the face of papers.
    package enum Face: String, CaseIterable, Sendable {
        case unsigned, unnumbered, dates
        case pageSignatures = "page_signatures"
    }

    /// Points taken off for each, up to a most.
    package struct Deduction: Hashable, Sendable {
        package let face: Face
        package let words: String
        package let points: Rational
        package let most: Rational
    }

    package let lawfulness: Rational
    package let papersShare: Rational
    package let greatestDeduction: Rational
    package let deductions: [Deduction]
    private let sets: [(procedures: [String], papers: [Paper])]

    /// - Parameter date: the day of the review.
    /// - Throws: `CatalogError` with the faults of the file, or `.nothingInForce`.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        self = try catalog.reading(id: Self.id, under: FatalRules.folder, on: date) { Self($1) }
    }

    init(_ reader: RuleReader) {
        let body = reader.body(keys: ["lawfulness", "papers_share", "greatest_deduction", "sets", "deductions"])
        lawfulness = body.fraction("lawfulness")
        papersShare = body.fraction("papers_share")
        greatestDeduction = body.fraction("greatest_deduction")
        sets = body.list("sets").map { node in
            let row = reader.mapping(node, keys: ["procedures", "papers"])
            return (row.texts("procedures"), row.list("papers").map { Paper($0, with: reader) })
        }
        deductions = body.list("deductions").compactMap { Deduction($0, with: reader) }
    }

    /// The papers of a procedure; empty where its files are not scored.
    package func papers(of procedure: String) -> [Paper] {
        sets.first { $0.procedures.contains(procedure) }?.papers ?? []
    }

    /// All papers that are named.
    var allPapers: [Paper] { sets.flatMap(\.papers) }
}

extension PointRules.Paper {
    fileprivate init(_ node: RuleNode, with reader: RuleReader) {
        let row = reader.mapping(node, keys: ["paper", "points", "required", "elements"])
        name = row.text("paper")
        points = row.fraction("points")
        isRequired = row.optionalFlag("required") ?? false
        elements = row.optionalList("elements").map { node in
            let element = reader.mapping(node, keys: ["elements", "points"])
            return PointRules.Element(names: element.texts("elements"), points: element.fraction("points"))
        }
        let sum = elements.map(\.points).reduce(Rational.zero, +)
        if !elements.isEmpty, sum > points {
            row.refuse("elements", .other(message: "各要素合计超过文书分值", mend: "使合计不大于 points"))
        }
    }
}

extension PointRules.Deduction {
    fileprivate init?(_ node: RuleNode, with reader: RuleReader) {
        let row = reader.mapping(node, keys: ["check", "words", "points", "most"])
        guard let face = row.choice("check", as: PointRules.Face.self) else { return nil }
        self.init(face: face, words: row.text("words"), points: row.fraction("points"), most: row.fraction("most"))
    }
}
