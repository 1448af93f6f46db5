import BigInt

/// The mean of sound levels by energy, `Leq = 10·lg(Σ t·10^(0.1 L) / Σ t)`, rounded with proof; see `PowerMean`.
///
/// With `x = −L/10` it is minus ten times the mean exponent, so `n` decimals of the level are `n + 1` of the exponent,
/// and half to even is the same on both sides of zero.
public enum EnergyMean {
    /// The range of levels in dB that can be; anything else is a fault of the instrument or of the file.
    public static let range: ClosedRange<ExactDecimal> = 0...200
    /// What a level may be raised by before it is averaged, in dB.
    public static let penaltyRange: ClosedRange<ExactDecimal> = 0...20
    /// Results have at most this many decimals.
    public static let maximumDecimals = 16

    /// The mean of levels in dB that held equally long, rounded half to even to `decimals` (0 … 16).
    ///
    /// - Throws: `.noValues`, `.valueOutOfRange` for a level outside 0 … 200 dB, `.scaleOutOfRange` for the decimals or a
    ///   level of 18 decimals.
    public static func rounded(
        _ levels: some Collection<ExactDecimal>, decimals: Int
    ) throws(StandardsError) -> ExactDecimal {
        var terms: [PowerTerm] = []
        terms.reserveCapacity(levels.count)
        for level in levels { terms.append(PowerTerm(exponent: try exponent(of: level, raisedBy: .zero), weight: 1)) }
        return try rounded(terms, decimals: decimals)
    }

    /// The mean of levels in dB weighted by their durations, rounded half to even to `decimals` (0 … 16).
    ///
    /// - Throws: as for equal durations; `.valueOutOfRange` for a duration that is not above zero and for a
    ///   penalty outside 0 … 20 dB, `.overflow` for
    ///   durations without a common measure of reasonable size.
    public static func rounded(
        weighted levels: some Collection<WeightedLevel>, decimals: Int
    ) throws(StandardsError) -> ExactDecimal {
        var common: BigInt = 1
        for level in levels {
            guard level.weight > 0 else {
                throw StandardsError(.valueOutOfRange, subject: "weight", value: level.weight.description)
            }
            let denominator = level.weight.denominator
            common = common / common.greatestCommonDivisor(with: denominator) * denominator
        }
        var terms: [PowerTerm] = []
        for level in levels {
            let whole = level.weight.numerator * (common / level.weight.denominator)
            guard let weight = Int(exactly: whole) else { throw StandardsError(.overflow, subject: "weight") }
            let exponent = try exponent(of: level.level, raisedBy: level.penalty)
            terms.append(PowerTerm(exponent: exponent, weight: weight))
        }
        return try rounded(terms, decimals: decimals)
    }

    private static func rounded(_ terms: [PowerTerm], decimals: Int) throws(StandardsError) -> ExactDecimal {
        guard (0...maximumDecimals).contains(decimals) else {
            throw StandardsError(.scaleOutOfRange, subject: "decimals", value: "\(decimals)")
        }
        let exponent = try PowerMean.rounded(terms, decimals: decimals + 1)
        return ExactDecimal(significand: -exponent.significand, uncheckedScale: UInt8(decimals))
    }

    /// `−(L + penalty)/10`.
    private static func exponent(
        of level: ExactDecimal, raisedBy penalty: ExactDecimal
    ) throws(StandardsError) -> ExactDecimal {
        guard range.contains(level) else {
            throw StandardsError(.valueOutOfRange, subject: "level", value: level.description)
        }
        guard penaltyRange.contains(penalty) else {
            throw StandardsError(.valueOutOfRange, subject: "penalty", value: penalty.description)
        }
        let raised = penalty.isZero ? level : try level + penalty
        guard let exponent = ExactDecimal(significand: -raised.significand, scale: raised.scale + 1) else {
            throw StandardsError(.scaleOutOfRange, subject: "level", value: level.description)
        }
        return exponent
    }
}
