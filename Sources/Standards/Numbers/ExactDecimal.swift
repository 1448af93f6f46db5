/// A decimal number exactly as an instrument sent it: `significand / 10^scale`.
///
/// Trailing zeros are kept for printing (`1.00` stays `1.00`) but do not take part in comparison: `1.0 == 1.00`.
/// Never not-a-number, never infinite, never binary. Arithmetic that could leave the range throws
/// `StandardsError.Code.overflow` or `.scaleOutOfRange`; no input can trap.
public struct ExactDecimal: Sendable {
    /// The digits without the point, with the sign.
    public let significand: Int64
    @usableFromInline let storedScale: UInt8

    /// The number of digits after the point, 0 … `maximumScale`.
    @inlinable public var scale: Int { Int(storedScale) }

    /// The largest number of digits after the point; with it any two values can be compared in 128 bits.
    public static let maximumScale = 18

    /// Zero, without decimals.
    public static let zero = ExactDecimal(significand: 0, uncheckedScale: 0)

    /// Makes `significand / 10^scale`; nil when the scale is outside 0 … `maximumScale`.
    @inlinable
    public init?(significand: Int64, scale: Int) {
        guard scale >= 0, scale <= 18 else { return nil }
        self.init(significand: significand, uncheckedScale: UInt8(truncatingIfNeeded: scale))
    }

    /// Makes a whole number.
    @inlinable
    public init(_ integer: Int) {
        self.init(significand: Int64(integer), uncheckedScale: 0)
    }

    /// For callers that have proved `scale <= maximumScale`.
    @usableFromInline
    init(significand: Int64, uncheckedScale scale: UInt8) {
        self.significand = significand
        self.storedScale = scale
    }

    /// Whether the value is 0, 0.0, 0.00 …
    public var isZero: Bool { significand == 0 }

    /// Whether the value is below zero.
    public var isNegative: Bool { significand < 0 }

    /// The same value without trailing zeros after the point.
    public var normalized: ExactDecimal {
        var digits = significand
        var decimals = storedScale
        while decimals > 0, digits % 10 == 0 {
            digits /= 10
            decimals -= 1
        }
        return ExactDecimal(significand: digits, uncheckedScale: decimals)
    }

    /// The value as an exact fraction.
    public var rational: Rational { Rational(self) }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
    /// A whole number written in source code.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension ExactDecimal: Hashable, Comparable {
    /// Equality by value: `1.0 == 1.00`.
    public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool {
        left.storedScale == right.storedScale
            ? left.significand == right.significand : compare(left, right, by: ==)
    }

    /// Order by value.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        left.storedScale == right.storedScale
            ? left.significand < right.significand : compare(left, right, by: <)
    }

    /// Hashes the value, so that `1.0` and `1.00` are one key.
    public func hash(into hasher: inout Hasher) {
        let value = normalized
        hasher.combine(value.significand)
        hasher.combine(value.storedScale)
    }

    /// Compares at the larger of both scales; at most 19 + 18 digits, which 128 bits hold.
    private static func compare(
        _ left: ExactDecimal, _ right: ExactDecimal, by relation: (Int128, Int128) -> Bool
    ) -> Bool {
        let scale = max(left.scale, right.scale)
        return relation(
            Int128(left.significand) * PowerOfTen.int128(scale - left.scale),
            Int128(right.significand) * PowerOfTen.int128(scale - right.scale))
    }
}
