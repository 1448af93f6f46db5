import BigInt

/// An exact fraction of two integers without size limit, always reduced, the denominator positive.
///
/// Sums, means and ratios stay fractions until a value is published; then they are rounded once.
public struct Rational: Hashable, Sendable {
    let numerator: BigInt
    let denominator: BigInt

    /// Zero.
    public static let zero = Rational(0)

    /// A whole number.
    public init(_ integer: some BinaryInteger) {
        self.init(reduced: BigInt(integer), over: 1)
    }

    /// The exact value of a decimal.
    public init(_ decimal: ExactDecimal) {
        self.init(BigInt(decimal.significand), over: BigInt(PowerOfTen.int64[decimal.scale]))
    }

    /// The fraction `numerator / denominator`, reduced.
    ///
    /// - Throws: `.divisionByZero` when the denominator is zero.
    public init(numerator: Int, denominator: Int) throws(StandardsError) {
        guard denominator != 0 else { throw StandardsError(.divisionByZero, value: "\(numerator)/0") }
        self.init(BigInt(numerator), over: BigInt(denominator))
    }

    /// Reduces a fraction whose denominator is known not to be zero.
    init(_ numerator: BigInt, over denominator: BigInt) {
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator < 0 ? -1 : 1
        self.init(reduced: sign * numerator / divisor, over: sign * denominator / divisor)
    }

    private init(reduced numerator: BigInt, over denominator: BigInt) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Whether the value is zero.
    public var isZero: Bool { numerator.isZero }

    /// Whether the value is below zero.
    public var isNegative: Bool { numerator < 0 }

    /// Whether the value is a whole number.
    public var isInteger: Bool { denominator == 1 }

    /// The absolute value.
    public var magnitude: Rational { isNegative ? -self : self }
}

extension Rational: Comparable {
    /// Order by value.
    public static func < (left: Rational, right: Rational) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }
}

extension Rational: ExpressibleByIntegerLiteral {
    /// A whole number written in source code.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension Rational {
    /// The exact sum.
    public static func + (left: Rational, right: Rational) -> Rational {
        Rational(
            left.numerator * right.denominator + right.numerator * left.denominator,
            over: left.denominator * right.denominator)
    }

    /// The exact difference.
    public static func - (left: Rational, right: Rational) -> Rational {
        Rational(
            left.numerator * right.denominator - right.numerator * left.denominator,
            over: left.denominator * right.denominator)
    }

    /// The exact product.
    public static func * (left: Rational, right: Rational) -> Rational {
        Rational(left.numerator * right.numerator, over: left.denominator * right.denominator)
    }

    /// The exact quotient.
    ///
    /// - Throws: `.divisionByZero` when `right` is zero.
    public static func / (left: Rational, right: Rational) throws(StandardsError) -> Rational {
        guard !right.isZero else { throw StandardsError(.divisionByZero, value: "\(left)/0") }
        return Rational(left.numerator * right.denominator, over: left.denominator * right.numerator)
    }

    /// The value with the opposite sign.
    public static prefix func - (value: Rational) -> Rational {
        Rational(reduced: -value.numerator, over: value.denominator)
    }

    /// Adds exactly.
    public static func += (left: inout Rational, right: Rational) { left = left + right }

    /// Subtracts exactly.
    public static func -= (left: inout Rational, right: Rational) { left = left - right }

    /// Multiplies exactly.
    public static func *= (left: inout Rational, right: Rational) { left = left * right }
}
