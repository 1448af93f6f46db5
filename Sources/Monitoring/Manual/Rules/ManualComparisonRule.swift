package import Standards

/// When an automatic value agrees with a manual one.
package struct ManualComparisonRule: Sendable {
    /// Greatest absolute differences by item.
    package let differences: [String: ExactDecimal]
    /// Greatest relative errors in per cent where the manual value is above the limit of a class, the strictest class first.
    package let percents: [(aboveClass: WaterClass, percent: ExactDecimal)]
    /// Up to the limit of this class both have only to stay within it.
    package let alikeUpTo: WaterClass
    /// The greatest relative error in per cent where there is no limit of classes.
    package let others: ExactDecimal
    /// The id of its rule file.
    package let rule: String
}
