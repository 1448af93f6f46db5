/// How many point-periods of function zones met their limit (功能区点次达标率); day and night are counted apart.
public struct NoiseAttainment: Hashable, Sendable {
    /// Point-periods that met the limit.
    public private(set) var met: Int
    /// Point-periods judged.
    public private(set) var total: Int

    /// Counts so far.
    public init(met: Int = 0, total: Int = 0) {
        self.met = met
        self.total = total
    }

    /// Counts one point-period.
    public mutating func add(isMet: Bool) {
        total += 1
        if isMet { met += 1 }
    }

    /// The counts of two groups together: a rate of several zones is never the mean of their rates.
    public static func + (left: NoiseAttainment, right: NoiseAttainment) -> NoiseAttainment {
        NoiseAttainment(met: left.met + right.met, total: left.total + right.total)
    }

    /// The rate in percent, `met/total × 100`, rounded once; nil when nothing was judged.
    ///
    /// - Throws: `.scaleOutOfRange` for decimals outside 0 … 18.
    public func rate(decimals: Int) throws(StandardsError) -> ExactDecimal? {
        guard total > 0 else { return nil }
        return try Rational(numerator: met * 100, denominator: total).rounded(decimals: decimals)
    }
}
