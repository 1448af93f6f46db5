/// A composite index with every term it was added up of. Missing is not zero: with an item missing there is no sum.
public struct AirCompositeResult: Hashable, Sendable {
    /// What one item contributes.
    public struct Term: Hashable, Sendable {
        /// The item.
        public let item: AirItem
        /// The concentration put in, in `AirItem.unit`.
        public let value: Rational
        /// The limit it was divided by.
        public let limit: ExactDecimal
        /// The weight of the item in the sum.
        public let weight: Rational
        /// The exact single index `I_i = C_i / S_i`, without the weight.
        public let index: Rational

        /// What the item adds to the sum: weight times single index.
        public var contribution: Rational { weight * index }
    }

    /// The terms of the items present, in publication order.
    public let terms: [Term]
    /// The exact sum; nil when an item is missing.
    public let sum: Rational?
    /// The sum as published, rounded once; nil when an item is missing.
    public let published: ExactDecimal?

    init(terms: [Term], decimals: Int) throws(StandardsError) {
        self.terms = terms
        guard terms.count == AirItem.allCases.count else {
            sum = nil
            published = nil
            return
        }
        let total = terms.reduce(Rational.zero) { $0 + $1.contribution }
        sum = total
        published = try total.rounded(decimals: decimals)
    }

    /// The items without a value.
    public var missingItems: AirItemSet { AirItemSet.all.subtracting(AirItemSet(terms.map(\.item))) }

    /// The exact single index of an item; nil when it is missing.
    public func index(_ item: AirItem) -> Rational? { terms.first { $0.item == item }?.index }

    /// The items with the largest single index, `I_max` (首要污染物 of the period); none when an item is missing, which
    /// might have been it.
    public var leadingItems: AirItemSet {
        guard sum != nil, let largest = terms.map(\.index).max() else { return [] }
        return AirItemSet(terms.filter { $0.index == largest }.map(\.item))
    }
}
