import BigInt

/// `Σ w · 10^(−x)`, comparable with `Σ w · 10^(−b)` to any precision.
struct PowerSum {
    enum Side { case below, equal, above }

    /// Where the fast path works: products stay below 2^126, see `PowerEnclosure`.
    static let fastBits = 60
    /// Doubling stops here; no list of values with 18 decimals comes near it.
    static let maximumBits = 1 << 16
    /// Exponents may lie this far apart: pH spans 14, sound levels of 0 … 200 dB span 20.
    static let maximumSpread = 30
    /// Decimals of all exponents, 1 … 18.
    private let scale: Int
    /// Distinct exponents above the lowest, as `(x − lowest) · 10^scale`, with the weight of each.
    private let terms: [(excess: Int128, weight: BigUInt)]
    private let lowest: Int128
    /// The sum of all weights.
    private let weight: BigUInt
    private let boundaryScale: Int
    /// The fast path and the sum at its precision, made once; no sum where the weights are too large for it.
    private let fastEnclosure = PowerEnclosure<UInt128>(bits: PowerSum.fastBits)
    private let fastSum: PowerInterval<UInt128>?

    /// Adds up powers with whole weights above zero; boundaries will be given in units of `10^(−boundaryScale)`.
    ///
    /// - Throws: `.valueOutOfRange` for exponents further apart than `maximumSpread`.
    init(_ weights: [ExactDecimal: BigUInt], boundaryScale: Int) throws(StandardsError) {
        let scale = max(boundaryScale, weights.keys.map(\.scale).max() ?? 0)
        let scaled = weights.map { (Int128($0.key.significand) * PowerOfTen.int128(scale - $0.key.scale), $0.value) }
        let lowest = scaled.map(\.0).min() ?? 0
        let spread = (scaled.map(\.0).max() ?? 0) - lowest
        guard spread <= PowerOfTen.int128(scale) * Int128(PowerSum.maximumSpread) else {
            throw StandardsError(.valueOutOfRange, subject: "exponent", value: "\(spread)e-\(scale)")
        }
        let terms = scaled.map { (excess: $0.0 - lowest, weight: $0.1) }
        let weight = terms.reduce(BigUInt(0)) { $0 + $1.weight }
        self.scale = scale
        self.lowest = lowest
        self.weight = weight
        self.boundaryScale = boundaryScale
        self.terms = terms
        // A power is at most 2^60 and a little, so sums with weights of up to 2^60 stay below 2^122.
        let isFast = weight.bitWidth <= PowerSum.fastBits
        fastSum = isFast ? PowerSum.sum(terms, scale: scale, fastEnclosure) : nil
    }

    /// On which side of a boundary the mean exponent lies; the boundary is given in units of `10^(−boundaryScale)` and
    /// is not below the lowest exponent.
    ///
    /// - Throws: `.overflow` when `maximumBits` do not decide.
    func compareMean(toBoundary boundary: Int128) throws(StandardsError) -> Side {
        let excess = boundary * PowerOfTen.int128(scale - boundaryScale) - lowest
        if let fastSum, let side = side(fastSum, excess, fastEnclosure) { return side }
        if let side = exactSide(excess) { return side }
        var bits = PowerSum.fastBits * 2
        while bits <= PowerSum.maximumBits {
            let enclosure = PowerEnclosure<BigUInt>(bits: bits)
            if let side = side(PowerSum.sum(terms, scale: scale, enclosure), excess, enclosure) { return side }
            bits *= 2
        }
        throw StandardsError(.overflow, subject: "mean of powers")
    }

    /// The side by intervals; nil while they overlap.
    private func side<Number: BinaryInteger>(
        _ sum: PowerInterval<Number>, _ excess: Int128, _ enclosure: PowerEnclosure<Number>
    ) -> Side? {
        let power = enclosure.powerOfTen(minus: excess, scale: scale)
        // A mean exponent above the boundary means a smaller sum than the whole weight at the boundary has.
        if sum.high < power.low * Number(weight) { return .above }
        if sum.low > power.high * Number(weight) { return .below }
        return nil
    }

    /// The side when all exponents differ from the boundary by whole numbers; nil otherwise, and then it is not `.equal`.
    private func exactSide(_ excess: Int128) -> Side? {
        let unit = PowerOfTen.int128(scale)
        guard terms.allSatisfy({ ($0.excess - excess) % unit == 0 }) else { return nil }
        // Multiply by a power of ten so that every exponent is a whole number not below zero; they are at most 30.
        let largest = max(excess, terms.map(\.excess).max() ?? 0)
        func power(_ exponent: Int128) -> BigUInt { BigUInt(10).power(Int((largest - exponent) / unit)) }
        let sum = terms.reduce(BigUInt(0)) { $0 + power($1.excess) * $1.weight }
        let bound = power(excess) * weight
        return sum == bound ? .equal : sum < bound ? .above : .below
    }

    private static func sum<Number: BinaryInteger>(
        _ terms: [(excess: Int128, weight: BigUInt)], scale: Int, _ enclosure: PowerEnclosure<Number>
    ) -> PowerInterval<Number> {
        var sum = PowerInterval<Number>(low: 0, high: 0)
        for term in terms {
            let power = enclosure.powerOfTen(minus: term.excess, scale: scale)
            sum.low += power.low * Number(term.weight)
            sum.high += power.high * Number(term.weight)
        }
        return sum
    }
}
