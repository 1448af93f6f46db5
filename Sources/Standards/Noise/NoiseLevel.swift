/// A mean level with the counts that tell whether it may be used. Completeness is shown beside every mean.
public struct NoiseLevel: Hashable, Sendable {
    /// The level in dB, rounded once; nil when there is no value at all.
    public let level: ExactDecimal?
    /// How many values took part.
    public let validCount: Int
    /// How many values there should have been.
    public let expectedCount: Int
    /// Whether enough values took part under the rule; a level that is not valid is not judged.
    public let isValid: Bool

    /// The level when it is valid.
    public var validLevel: ExactDecimal? { isValid ? level : nil }
    /// Whether every expected value took part.
    public var isComplete: Bool { validCount == expectedCount }

    init(level: ExactDecimal?, validCount: Int, expectedCount: Int, isValid: Bool) {
        self.level = level
        self.validCount = validCount
        self.expectedCount = expectedCount
        self.isValid = isValid && level != nil
    }
}
