/// What a scheme makes of one object.
public struct RankResult: Hashable, Sendable {
    /// The place in the ranking; nil for an object left out.
    public let rank: Int?
    /// The place on paper, 1 … n without gaps, tie-breaks applied; objects equal in everything keep the order of the input.
    public let position: Int?
    /// The number by which the object was ordered, exact; nil where it has none.
    public let score: Rational?
    /// Ranks in the order of the measures; nil for measures without weight and for an object left out.
    public let partialRanks: [Rational?]
    /// How many objects have this rank, this one included; 0 for an object left out.
    public let sharedBy: Int
    /// Measures in which the object has no value.
    public let missing: [String]
    /// Whether the object was left out by the scheme's exemption.
    public let isExempt: Bool
}
