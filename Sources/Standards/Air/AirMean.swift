/// A mean with the counts that tell whether it may be used. Completeness is shown beside every mean.
public struct AirMean: Hashable, Sendable {
    /// The exact mean of all valid values; nil when there are none.
    public let mean: Rational?
    /// How many values took part.
    public let validCount: Int
    /// How many values there should have been.
    public let expectedCount: Int
    /// Whether enough values took part under the rule; a mean that is not valid is not published or judged.
    public let isValid: Bool

    /// The mean when it is valid.
    public var validMean: Rational? { isValid ? mean : nil }

    init(mean: Rational?, validCount: Int, expectedCount: Int, isValid: Bool) {
        self.mean = mean
        self.validCount = validCount
        self.expectedCount = expectedCount
        self.isValid = isValid && mean != nil
    }
}
