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
        var counts: [ExactDecimal: Int] = [:]
        for level in levels { counts[level, default: 0] += 1 }
        var exponents: [ExactDecimal: Int] = [:]
        for (level, count) in counts { exponents[try exponent(of: level, raisedBy: .zero)] = count }
        return level(try PowerMean.rounded(counts: exponents, decimals: try check(decimals) + 1))
    }

    /// The mean of levels in dB weighted by their durations, rounded half to even to `decimals` (0 … 16).
    ///
    /// - Throws: as for equal durations; `.valueOutOfRange` for a duration that is not above zero and for a
    ///   penalty outside 0 … 20 dB.
    public static func rounded(
        weighted levels: some Collection<WeightedLevel>, decimals: Int
    ) throws(StandardsError) -> ExactDecimal {
        var exponents: [ExactDecimal: Rational] = [:]
        for level in levels {
            guard level.weight > 0 else {
                throw StandardsError(.valueOutOfRange, subject: "weight", value: level.weight.description)
            }
            exponents[try exponent(of: level.level, raisedBy: level.penalty), default: 0] += level.weight
        }
        return level(try PowerMean.rounded(weights: exponents, decimals: try check(decimals) + 1))
    }

    private static func check(_ decimals: Int) throws(StandardsError) -> Int {
        guard (0...maximumDecimals).contains(decimals) else {
            throw StandardsError(.scaleOutOfRange, subject: "decimals", value: "\(decimals)")
        }
        return decimals
    }

    /// `−10 x` of a rounded exponent.
    private static func level(_ exponent: ExactDecimal) -> ExactDecimal {
        ExactDecimal(significand: -exponent.significand, uncheckedScale: UInt8(exponent.scale - 1))
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
