import BigInt

/// `constant + Σ coefficient · ln(argument)`, exact until it is rounded or compared, both with proof.
///
/// While the enclosure straddles a boundary the precision is doubled. That ends: the sum is a rational number only when the
/// logarithms cancel out (Lindemann: `e^r` is transcendental for every rational `r` other than zero), and a boundary is
/// rational. Arguments of 1 add exactly nothing.
public struct LogarithmSum: Hashable, Sendable {
    /// One weighted logarithm.
    struct Term: Hashable, Sendable {
        let coefficient: Rational
        let argument: Rational
    }

    /// Doubling stops here.
    private static let maximumBits = 1 << 13

    private(set) var constant: Rational
    private(set) var terms: [Term]

    /// A constant without logarithms.
    public init(_ constant: Rational) {
        self.constant = constant
        terms = []
    }

    /// Adds `coefficient · ln(argument)`.
    ///
    /// - Throws: `.valueOutOfRange` for an argument that is not above zero.
    public mutating func add(_ coefficient: Rational, logarithmOf argument: Rational) throws(StandardsError) {
        guard argument > 0 else {
            throw StandardsError(.valueOutOfRange, subject: "logarithm", value: argument.description)
        }
        if argument != 1, !coefficient.isZero { terms.append(Term(coefficient: coefficient, argument: argument)) }
    }

    /// Adds another sum, each part times a weight.
    public mutating func add(_ other: LogarithmSum, times weight: Rational) {
        constant += other.constant * weight
        guard !weight.isZero else { return }
        terms += other.terms.map { Term(coefficient: $0.coefficient * weight, argument: $0.argument) }
    }

    /// The value with exactly `decimals` digits after the point, rounded half to even.
    ///
    /// - Throws: as `Rational.rounded(decimals:)`; `.overflow` when the precision does not decide.
    public func rounded(decimals: Int) throws(StandardsError) -> ExactDecimal {
        if terms.isEmpty { return try constant.rounded(decimals: decimals) }
        var bits = 64
        while bits <= LogarithmSum.maximumBits {
            let bounds = try enclosure(bits: bits)
            let low = try bounds.low.rounded(decimals: decimals)
            if try low == bounds.high.rounded(decimals: decimals) { return low }
            bits *= 2
        }
        throw StandardsError(.overflow, subject: "logarithm")
    }

    /// On which side of a rational bound the value lies: below zero, zero, above zero as in `value − bound`.
    ///
    /// - Throws: `.overflow` when the precision does not decide.
    public func sign(minus bound: Rational) throws(StandardsError) -> Int { try signs(minus: [bound])[0] }

    /// The same for several bounds, with one enclosure for all.
    func signs(minus bounds: [Rational]) throws(StandardsError) -> [Int] {
        if terms.isEmpty { return bounds.map { constant == $0 ? 0 : constant < $0 ? -1 : 1 } }
        var bits = 64
        while bits <= LogarithmSum.maximumBits {
            let ends = try enclosure(bits: bits)
            let signs = bounds.map { bound in ends.high < bound ? -1 : ends.low > bound ? 1 : 0 }
            // A value between its ends has not been told apart from the bound.
            if !signs.contains(0) { return signs }
            bits *= 2
        }
        throw StandardsError(.overflow, subject: "logarithm")
    }

    /// Two rational numbers between which the value lies, ends included.
    func enclosure(bits: Int) throws(StandardsError) -> (low: Rational, high: Rational) {
        let logarithms = LogarithmEnclosure(bits: bits)
        let unit = BigInt(1) << bits
        var low = constant
        var high = constant
        for term in terms {
            let interval = try logarithms.logarithm(of: term.argument)
            let ends = (low: Rational(interval.low, over: unit), high: Rational(interval.high, over: unit))
            let isFalling = term.coefficient.isNegative
            low += term.coefficient * (isFalling ? ends.high : ends.low)
            high += term.coefficient * (isFalling ? ends.low : ends.high)
        }
        return (low, high)
    }
}
