/// One power of ten of a mean: `weight · 10^(−exponent)`.
struct PowerTerm {
    let exponent: ExactDecimal
    /// A whole number above zero; fractions of a duration are brought to a common denominator first.
    let weight: Int
}
