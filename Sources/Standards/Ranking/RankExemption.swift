/// Objects that are not ranked when they worsened: cities that meet the standard in all items do not enter the list of the worsened.
public struct RankExemption: Hashable, Sendable {
    /// The measure that tells who worsened.
    public let measure: String
    /// The object is exempt when the measure is above this number and it meets the standard.
    public let above: Rational

    /// Makes an exemption.
    public init(measure: String, above: Rational) {
        self.measure = measure
        self.above = above
    }
}
