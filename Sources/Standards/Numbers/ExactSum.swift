/// Adds decimals exactly and fast, for means over many values.
///
/// Keeps the running total in 128 bits at the largest scale seen and moves it into a `Rational` before it could
/// overflow, so the result is exact for any number of values.
public struct ExactSum: Sendable {
    private var digits: Int128 = 0
    private var scale = 0
    private var carried = Rational.zero

    /// How many values were added.
    public private(set) var count = 0

    /// An empty sum.
    public init() {}

    /// The sum of a sequence of values.
    public init(_ values: some Sequence<ExactDecimal>) {
        for value in values { add(value) }
    }

    /// Adds one value.
    public mutating func add(_ value: ExactDecimal) {
        count += 1
        if value.scale > scale {
            // Below 2^63 · 10^18 < 2^123 before the addition, so both fit.
            carry(ifAbove: Int128(Int64.max))
            digits *= PowerOfTen.int128(value.scale - scale)
            scale = value.scale
        }
        // Below 2^126 plus a value below 2^123.
        carry(ifAbove: Int128(1) << 126)
        digits += Int128(value.significand) * PowerOfTen.int128(scale - value.scale)
    }

    /// The exact total.
    public var total: Rational {
        carried + Rational(digits) * Rational(ExactDecimal(significand: 1, uncheckedScale: UInt8(scale)))
    }

    /// The exact arithmetic mean; nil when nothing was added.
    public var mean: Rational? {
        // Safe: the divisor is a count above zero.
        count == 0 ? nil : try? total / Rational(count)
    }

    private mutating func carry(ifAbove bound: Int128) {
        guard digits.magnitude > bound.magnitude else { return }
        carried = total
        digits = 0
    }
}
