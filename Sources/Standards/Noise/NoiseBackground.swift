/// Correction of a measured level for the noise that is there anyway (GB 12348-2008, GB 22337-2008).
public struct NoiseBackground: Hashable, Sendable {
    /// What is subtracted for differences from `from` to `to` dB.
    public struct Step: Hashable, Sendable {
        /// The smallest difference.
        public let from: Int
        /// The largest difference.
        public let to: Int
        /// What is subtracted, in dB.
        public let subtract: Int

        /// Makes a step.
        public init(from: Int, to: Int, subtract: Int) {
            self.from = from
            self.to = to
            self.subtract = subtract
        }
    }

    /// What a measurement beside its background yields.
    public enum Outcome: Hashable, Sendable {
        /// The level of the source in whole dB, and what was subtracted.
        case corrected(ExactDecimal, subtracted: Int)
        /// Source and background are too close: reduce the background and measure again.
        case measureAgain
    }

    /// The steps, smallest difference first, without gaps; larger differences need no correction.
    public let steps: [Step]

    /// Makes the table.
    ///
    /// - Throws: `.invalidRule` for steps with gaps, or when a larger difference subtracts as much or more.
    public init(steps: [Step]) throws(StandardsError) {
        guard let first = steps.first, first.from > 0, steps.allSatisfy({ $0.from <= $0.to && $0.subtract > 0 }) else {
            throw StandardsError(.invalidRule, subject: "background")
        }
        for (lower, upper) in zip(steps, steps.dropFirst())
        where upper.from != lower.to + 1 || upper.subtract >= lower.subtract {
            throw StandardsError(.invalidRule, subject: "background", value: "\(upper.from)")
        }
        self.steps = steps
    }

    /// The level of the source: the difference is rounded to a whole number first (half to even), the result is whole.
    ///
    /// - Throws: `.valueOutOfRange` for a level outside 0 … 200 dB.
    public func correct(_ measured: ExactDecimal, background: ExactDecimal) throws(StandardsError) -> Outcome {
        for level in [measured, background] where !EnergyMean.range.contains(level) {
            throw StandardsError(.valueOutOfRange, subject: "level", value: level.description)
        }
        let difference = Int(try (try measured - background).rounded(decimals: 0).significand)
        guard difference >= steps[0].from else { return .measureAgain }
        let subtracted = steps.first { ($0.from...$0.to).contains(difference) }?.subtract ?? 0
        return .corrected(try (try measured - ExactDecimal(subtracted)).rounded(decimals: 0), subtracted: subtracted)
    }
}
