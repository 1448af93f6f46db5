package import Standards

/// When blanks and parallels are good.
package struct ManualQualityRule: Sendable {
    package struct Parallel: Sendable, Hashable {
        package let item: String
        /// The greatest mean for which it holds; nil for every one.
        package let upTo: ExactDecimal?
        /// The greatest relative deviation in per cent; nil where the difference is limited.
        package let percent: ExactDecimal?
        /// The greatest absolute difference; nil where the relative deviation is limited.
        package let difference: ExactDecimal?
    }

    /// Field blanks that a report needs for each item of a laboratory.
    package let fieldBlanks: Int
    /// The share of field parallels among the samples of an item.
    package let parallelShare: Rational
    /// For items without bounds of their own.
    package let defaultPercent: ExactDecimal
    package let parallels: [Parallel]
    /// The id of its rule file.
    package let rule: String

    /// What holds for two values of an item with a mean.
    package func parallel(of item: String, mean: Rational) -> Parallel {
        parallels.first { $0.item == item && ($0.upTo.map { mean <= Rational($0) } ?? true) }
            ?? Parallel(item: item, upTo: nil, percent: defaultPercent, difference: nil)
    }
}
