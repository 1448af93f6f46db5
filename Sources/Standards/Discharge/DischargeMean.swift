/// A mean of an outlet with the counts that tell whether it may be used.
public struct DischargeMean: Hashable, Sendable {
    /// The exact mean (of pH the median) of the valid values; nil when there are none.
    public let mean: Rational?
    /// The smallest and largest valid value; nil when there are none.
    public let range: ClosedRange<Rational>?
    /// How many values took part.
    public let validCount: Int
    /// How many there should have been.
    public let expectedCount: Int
    /// How many are needed; nil where the rule names no number.
    public let neededCount: Int?

    /// Whether enough values took part.
    public var isValid: Bool { mean != nil && validCount >= neededCount ?? 1 }

    /// The mean when it is valid.
    public var validMean: Rational? { isValid ? mean : nil }

    /// The verdict on the mean of a day.
    public func verdict(against bound: DischargeBound) -> DischargeVerdict {
        guard let mean = validMean else {
            return .notJudged(.tooFewHours(validCount, needed: neededCount ?? 1))
        }
        return .comparing(mean, with: bound)
    }
}
