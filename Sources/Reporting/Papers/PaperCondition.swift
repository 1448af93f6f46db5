package import Standards

/// What must hold for a stretch of a document to be printed: a figure compared with a whole number.
package struct PaperCondition: Sendable, Hashable {
    package enum Relation: String, CaseIterable, Sendable {
        case more = ">"
        case less = "<"
        case equal = "="
        case atLeast = ">="
        case atMost = "<="
        case unequal = "!="
    }

    package let figure: String
    package let arguments: [String: String]
    package let relation: Relation
    package let value: Int

    /// Whether it holds; never for a figure without a value.
    package func holds(for exact: Rational?) -> Bool {
        guard let exact else { return false }
        let bound = Rational(value)
        switch relation {
        case .more: return exact > bound
        case .less: return exact < bound
        case .equal: return exact == bound
        case .atLeast: return exact >= bound
        case .atMost: return exact <= bound
        case .unequal: return exact != bound
        }
    }
}
