/// A sound level in dB that held for a time.
public struct WeightedLevel: Hashable, Sendable {
    /// The level in dB.
    public let level: ExactDecimal
    /// How long it held, in any unit that is the same for all levels of a mean; above zero.
    public let weight: Rational
    /// What is added to the level before averaging, in dB: 10 for the night in Ldn; 0 … 20.
    public let penalty: ExactDecimal

    /// Makes a level with its duration.
    public init(_ level: ExactDecimal, weight: Rational = 1, penalty: ExactDecimal = .zero) {
        self.level = level
        self.weight = weight
        self.penalty = penalty
    }
}
