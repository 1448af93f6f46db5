/// One rule: what it says of itself, and the file as a tree.
package struct RulePage: Sendable {
    package let frame: PageFrame
    package let ruleTitle: String
    /// Every version of the rule, newest first.
    package let versions: [Version]

    /// One version.
    package struct Version: Sendable {
        /// E.g. 2026-03-01 起.
        package let heading: String
        /// Id, dates, source, confidence, file.
        package let facts: [LabelledText]
        /// What the rule holds, as tables; empty where its kind is no table.
        package let tables: [RuleTable]
        /// The contents of the file.
        package let content: String
    }
}
