import Catalog
import Standards

/// What a decision of penalty says, as far as statistics ask.
struct CountedPenalty: Hashable {
    /// The kinds of penalty (行政处罚法第9条) from the lightest to the heaviest, joined.
    let words: String
    /// The heaviest of them: a decision counts once, there.
    let heaviest: String
    /// What the decision states, in 分: fine and what is confiscated and has an amount.
    let fen: Int64
}

extension CountedPenalty {
    /// - Parameter facts: what the deciding step states. An amount that was fined makes it a fine, named or not.
    init(_ facts: [String: FactValue], on day: CivilDate, by catalog: RuleCatalog) throws(CatalogError) {
        let order = try PenaltyOrder.ifAny(catalog, on: day)
        let fine = Self.fen(facts[CountedStep.fineFact])
        fen = fine + Self.fen(facts[CountedStep.confiscatedFact])
        var named: [String] = []
        if case .text(let text)? = facts[CountedStep.kindsFact] { named = FactKind.words(of: text) }
        if let order, fine > 0, !named.contains(order.fine) { named.append(order.fine) }
        words = (order?.sorted(named) ?? named).joined(separator: FactKind.separator)
        heaviest = order?.heaviest(of: named) ?? ""
    }

    private static func fen(_ fact: FactValue?) -> Int64 {
        if case .money(let fen)? = fact { fen } else { 0 }
    }
}
