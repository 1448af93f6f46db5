import Standards

/// A number with its unit as it stands in a line.
struct NumberToken: Sendable {
    /// Columns of number and unit, from zero.
    let range: Range<Int>
    /// Columns of the digits alone.
    let digits: Range<Int>
    /// The value with 万 and 亿 worked in; of masked digits the smallest that they allow.
    let low: Rational
    /// The same as `low`, or the largest that masked digits allow.
    let high: Rational
    /// Printed decimal places.
    let decimals: Int
    /// The printed digits as a whole number, 69.1 → 691; meaningless where masked.
    let printed: Int
    /// The unit in its usual spelling, `家次` for `家(次)`; empty without one.
    let unit: String
    /// Whether 余, 多, 约, 近, 以上 … makes it a rough number.
    let isApproximate: Bool
    /// Whether it is written in Chinese numerals.
    let isChinese: Bool
    /// Whether it begins or ends a range (19~26).
    var isRange = false
    /// Whether a minus sign stands before it.
    let isNegative: Bool

    var isMasked: Bool { low != high }
    var isPercent: Bool { unit == "%" }
    /// The value as a whole number; nil for fractions and masked digits.
    var count: Int? { !isMasked && low.isInteger ? try? low.floor : nil }
}
