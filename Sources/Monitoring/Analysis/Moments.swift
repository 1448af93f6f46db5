package import Standards

/// Count, mean and spread of values, exact.
package struct Moments: Sendable {
    private var sum = ExactSum()
    private var squares = ExactSum()
    /// Values that are fractions, or whose square has too many digits for a decimal.
    private var fractions = Rational.zero
    private var fractionSquares = Rational.zero
    /// How many values were added.
    package private(set) var count = 0

    package init() {}

    package mutating func add(_ value: ExactDecimal) {
        guard let square = try? value * value else { return add(Rational(value)) }
        count += 1
        sum.add(value)
        squares.add(square)
    }

    package mutating func add(_ value: Rational) {
        count += 1
        fractions += value
        fractionSquares += value * value
    }

    /// The arithmetic mean; nil without values.
    package var mean: Rational? { try? (sum.total + fractions) / Rational(count) }

    /// The variance of the sample (divisor n − 1); nil below two values.
    package var variance: Rational? {
        guard count > 1 else { return nil }
        let total = sum.total + fractions
        let square = squares.total + fractionSquares
        guard let correction = try? total * total / Rational(count) else { return nil }
        return try? (square - correction) / Rational(count - 1)
    }

    /// Half the width of the 95 % interval of the mean, 1.96·s/√n, rounded; nil below `least` values.
    ///
    /// Holds for values that are nearly independent of one another, such as one value a day.
    package func halfWidth(decimals: Int, least: Int) -> ExactDecimal? {
        guard count >= max(least, 2), let variance else { return nil }
        // 1.96² = 3.8416
        guard let square = try? variance * Rational(Self.squaredQuantile) / Rational(count) else { return nil }
        return try? SquareRoot.rounded(square, decimals: decimals)
    }

    private static let squaredQuantile = ExactDecimal("3.8416") ?? 4
}
