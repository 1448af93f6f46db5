package import Catalog
package import Standards

/// What must hold between figures of one period, e.g. 主办 + 协办 = 交办: two sums and a relation.
package struct FigureIdentity: Sendable {
    /// How the sums stand to each other.
    package enum Relation: String, CaseIterable, Sendable {
        case equal = "="
        case atMost = "<="
        case atLeast = ">="

        /// Whether two sums stand so.
        func holds(_ left: Rational, _ right: Rational) -> Bool {
            switch self {
            case .equal: left == right
            case .atMost: left <= right
            case .atLeast: left >= right
            }
        }
    }

    /// A figure with its arguments.
    package struct Term: Hashable, Sendable {
        package let figure: String
        package let arguments: [String: String]
    }

    package let header: RuleHeader
    package let left: [Term]
    package let relation: Relation
    package let right: [Term]

    static let folder = "reporting/identities"

    /// Reads a definition.
    ///
    /// - Parameter figures: the figures there are; others are faults.
    /// - Throws: `CatalogError` with every fault of the file.
    init(_ file: RuleFile, figures: Set<String>) throws(CatalogError) {
        let reader = RuleReader(file)
        let body = reader.body(keys: ["left", "relation", "right"])
        header = file.header
        relation = body.choice("relation", as: Relation.self) ?? .equal
        func terms(_ key: String) -> [Term] {
            body.texts(key).map { text in
                let id = text.split(separator: " ").first.map(String.init) ?? ""
                if !figures.contains(id) {
                    body.refuse(key, .other(message: "没有编号为“\(id)”的指标", mend: "先在 reporting/figures 中定义，或改正编号"))
                }
                return Term(figure: id, arguments: PaperPart.assignments(text[...]))
            }
        }
        left = terms("left")
        right = terms("right")
        try reader.finish()
    }

    /// Whether a document that prints these figures should be held to it.
    package func concerns(_ figures: Set<String>) -> Bool {
        (left + right).contains { figures.contains($0.figure) }
    }

    /// Computes both sides; nil where a figure has no value, so that nothing can be said.
    package func finding(on date: CivilDate, by engine: FigureEngine) throws -> Finding? {
        var texts: [[String]] = []
        var sums: [Rational] = []
        for side in [left, right] {
            var sum = Rational.zero
            var text: [String] = []
            for term in side {
                let value = try engine.value(FigureRequest(term.figure, on: date, term.arguments))
                guard let exact = value.exact else { return nil }
                sum = sum + exact
                let words = term.arguments.sorted { $0.key < $1.key }.map(\.value).joined(separator: "、")
                let name = words.isEmpty ? value.definition.header.title : "\(value.definition.header.title)（\(words)）"
                text.append("\(name) \(value.printed)")
            }
            sums.append(sum)
            texts.append(text)
        }
        return Finding(
            identity: self, holds: relation.holds(sums[0], sums[1]), left: texts[0].joined(separator: " + "),
            right: texts[1].joined(separator: " + "))
    }

    /// What a check of it found.
    package struct Finding: Sendable {
        package let identity: FigureIdentity
        package let holds: Bool
        /// Both sides with names and values.
        package let left: String
        package let right: String

        /// E.g. 法制审核次数 48 >= 经过法制审核的处罚决定 44.
        package var text: String { "\(left) \(identity.relation.sign) \(right)" }
    }
}

extension FigureIdentity.Relation {
    /// As it is printed.
    var sign: String {
        switch self {
        case .equal: "="
        case .atMost: "≤"
        case .atLeast: "≥"
        }
    }
}
