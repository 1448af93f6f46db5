/// What a scheme is told of one object: a city, district or town.
public struct RankEntry: Hashable, Sendable {
    /// Values in the order of the scheme's measures, unrounded; nil where there is none.
    public let values: [Rational?]
    /// Whether the object takes no part although it has values (its data are not complete enough).
    public let isIncomplete: Bool
    /// Whether the scheme's exemption may apply: the object meets its standard.
    public let meetsStandard: Bool

    /// Makes an entry.
    public init(_ values: [Rational?], isIncomplete: Bool = false, meetsStandard: Bool = false) {
        self.values = values
        self.isIncomplete = isIncomplete
        self.meetsStandard = meetsStandard
    }
}
