/// Where a rule comes from and how that was checked.
package struct RuleSource: Hashable, Sendable {
    /// The standard, law or document with its number.
    package let instrument: String
    /// The article, clause or table.
    package let article: String
    /// How the contents were verified, and against what.
    package let verified: String
}
