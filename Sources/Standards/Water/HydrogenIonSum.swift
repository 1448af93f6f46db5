import BigInt

/// `Σ 10^(−x)` over pH values, comparable with `n · 10^(−b)` to any precision.
struct HydrogenIonSum {
    enum Side { case below, equal, above }

    /// Where the fast path works: products stay below 2^126, see `PowerEnclosure`.
    static let fastBits = 60
    /// Doubling stops here; no list of values with 18 decimals comes near it.
    static let maximumBits = 1 << 16

    /// Decimals of all exponents, 1 … 18.
    private let scale: Int
    /// Distinct values above the lowest, as `(x − lowest) · 10^scale`, with how often each occurs.
    private let terms: [(excess: Int128, count: Int)]
    private let lowest: Int128
    private let count: Int
    private let boundaryScale: Int
    /// The fast path and the sum at its precision, made once.
    private let fastEnclosure = PowerEnclosure<UInt128>(bits: HydrogenIonSum.fastBits)
    private let fastSum: Interval<UInt128>

    struct Interval<Number: BinaryInteger> {
        var low: Number
        var high: Number
    }

    init(_ values: some Collection<ExactDecimal>, boundaryScale: Int) {
        let scale = max(boundaryScale, values.map(\.scale).max() ?? 0)
        let scaled = values.map { Int128($0.significand) * PowerOfTen.int128(scale - $0.scale) }
        let lowest = scaled.min() ?? 0
        var counts: [Int128: Int] = [:]
        for value in scaled { counts[value - lowest, default: 0] += 1 }
        let terms = counts.map { (excess: $0.key, count: $0.value) }
        self.scale = scale
        self.lowest = lowest
        self.count = scaled.count
        self.boundaryScale = boundaryScale
        self.terms = terms
        fastSum = HydrogenIonSum.sum(terms, scale: scale, fastEnclosure)
    }

    /// On which side of a boundary, given in units of `10^(−boundaryScale)` and not below the lowest value, the mean lies.
    ///
    /// - Throws: `.overflow` when `maximumBits` do not decide.
    func compareMean(toBoundary boundary: Int128) throws(StandardsError) -> Side {
        let excess = boundary * PowerOfTen.int128(scale - boundaryScale) - lowest
        if let side = side(fastSum, excess, fastEnclosure) { return side }
        if let side = exactSide(excess) { return side }
        var bits = HydrogenIonSum.fastBits * 2
        while bits <= HydrogenIonSum.maximumBits {
            let enclosure = PowerEnclosure<BigUInt>(bits: bits)
            if let side = side(HydrogenIonSum.sum(terms, scale: scale, enclosure), excess, enclosure) { return side }
            bits *= 2
        }
        throw StandardsError(.overflow, subject: "ph")
    }

    /// The side by intervals; nil while they overlap.
    private func side<Number: BinaryInteger>(
        _ sum: Interval<Number>, _ excess: Int128, _ enclosure: PowerEnclosure<Number>
    ) -> Side? {
        let power = enclosure.powerOfTen(minus: excess, scale: scale)
        // A mean above the boundary means fewer hydrogen ions than n values at the boundary have.
        if sum.high < power.low * Number(count) { return .above }
        if sum.low > power.high * Number(count) { return .below }
        return nil
    }

    /// The side when all exponents differ from the boundary by whole numbers; nil otherwise, and then it is not `.equal`.
    private func exactSide(_ excess: Int128) -> Side? {
        let unit = PowerOfTen.int128(scale)
        guard terms.allSatisfy({ ($0.excess - excess) % unit == 0 }) else { return nil }
        // Multiply by a power of ten so that every exponent is a whole number not below zero; they are at most 14.
        let largest = max(excess, terms.map(\.excess).max() ?? 0)
        func power(_ exponent: Int128) -> BigUInt { BigUInt(10).power(Int((largest - exponent) / unit)) }
        let sum = terms.reduce(BigUInt(0)) { $0 + power($1.excess) * BigUInt($1.count) }
        let bound = power(excess) * BigUInt(count)
        return sum == bound ? .equal : sum < bound ? .above : .below
    }

    private static func sum<Number: BinaryInteger>(
        _ terms: [(excess: Int128, count: Int)], scale: Int, _ enclosure: PowerEnclosure<Number>
    ) -> Interval<Number> {
        var sum = Interval<Number>(low: 0, high: 0)
        for term in terms {
            let power = enclosure.powerOfTen(minus: term.excess, scale: scale)
            sum.low += power.low * Number(term.count)
            sum.high += power.high * Number(term.count)
        }
        return sum
    }
}
