/// What every rule file says about itself.
package struct RuleHeader: Hashable, Sendable {
    /// The id; versions with other dates may share it.
    package let id: String
    /// The title as cited.
    package let title: String
    /// When the rule is in force.
    package let effective: Effective
    /// Where it comes from.
    package let source: RuleSource
    /// How sure it is.
    package let confidence: Confidence

    /// The keys of a header.
    package static let keys = ["id", "title", "effective", "source", "confidence"]
}
