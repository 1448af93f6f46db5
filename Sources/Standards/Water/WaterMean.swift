/// The mean of an item over a period or over sections, ready to be classified.
public struct WaterMean: Hashable, Sendable {
    /// The mean rounded to the assessment decimals; this is the value to classify.
    public let value: ExactDecimal
    /// The exact mean; nil for pH, whose mean is a logarithm and was rounded with proof.
    public let exact: Rational?
    /// How many measurements took part.
    public let count: Int
    /// How many of them were below the detection limit.
    public let belowLimitCount: Int
    /// pH only: the share of the mean each measured value has; the shares sum to one. Means of means are made of it.
    public let hydrogenShares: [ExactDecimal: Rational]

    init(
        value: ExactDecimal, exact: Rational?, count: Int, belowLimitCount: Int,
        hydrogenShares: [ExactDecimal: Rational] = [:]
    ) {
        self.value = value
        self.exact = exact
        self.count = count
        self.belowLimitCount = belowLimitCount
        self.hydrogenShares = hydrogenShares
    }
}
