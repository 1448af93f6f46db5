package import Standards

/// A proportion of a sample with its 95 % interval after Wilson (1927), which also holds near 0 and 1.
package struct ProportionInterval: Hashable, Sendable {
    /// How many of the sample.
    package let part: Int
    /// The size of the sample, above zero.
    package let whole: Int
    /// The ends of the interval, from 0 to 1, to eight decimals.
    package let lower: Rational
    package let upper: Rational

    /// 1.96², the quantile of 95 % squared.
    private static let square = Rational(ExactDecimal("3.8416") ?? 4)
    private static let decimals = 8

    /// Nil for an empty sample, of which nothing can be said.
    package init?(_ part: Int, of whole: Int) {
        guard whole > 0, (0...whole).contains(part), let share = try? Rational(numerator: part, denominator: whole)
        else { return nil }
        let size = Rational(whole)
        // (p + z²/2n ± √(z²·p(1−p)/n + z⁴/4n²)) / (1 + z²/n)
        guard let shift = try? Self.square / (2 * size), let spread = try? Self.square * share * (1 - share) / size,
            let root = try? SquareRoot.rounded(spread + shift * shift, decimals: Self.decimals),
            let divided = try? 1 / (1 + 2 * shift)
        else { return nil }
        self.part = part
        self.whole = whole
        // At the ends of the range the formula gives 0 and 1 themselves; the rounded root would miss them.
        lower = part == 0 ? 0 : max(0, (share + shift - Rational(root)) * divided)
        upper = part == whole ? 1 : min(1, (share + shift + Rational(root)) * divided)
    }

    /// The proportion itself.
    package var share: Rational { (try? Rational(numerator: part, denominator: whole)) ?? 0 }
}
