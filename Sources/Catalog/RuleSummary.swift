/// One line of the list of rules, as the administrator's screen and `catalog check` show it.
package struct RuleSummary: Hashable, Sendable {
    /// The header with id, title, dates, source and confidence.
    package let header: RuleHeader
    /// The path from the catalog folder on.
    package let path: String
    /// Whether the file comes from the bureau's own directory.
    package let isOverlay: Bool
}
