package import Standards

/// What a reader of a ranking may choose.
package struct RankTableOptions: Hashable, Sendable {
    /// The id of the scheme.
    package let scheme: String
    /// The day of the data; scheme, limits and money table are those in force on it.
    package let day: CivilDate
    /// Another day whose rules hold instead, or the edition of GB 3095 whose limits make the composite index.
    package let choice: RuleChoice
    /// The id of the composite index, where the scheme computes one; nil for the plain sum.
    package let composite: String?
    /// Whether a column gives rewards and deductions.
    package let showsMoney: Bool
    /// Whether a column tells how each score came about.
    package let explains: Bool

    package init(
        scheme: String, day: CivilDate, choice: RuleChoice = .ofTheDay, composite: String? = nil,
        showsMoney: Bool = false, explains: Bool = false
    ) {
        self.scheme = scheme
        self.day = day
        self.choice = choice
        self.composite = composite
        self.showsMoney = showsMoney
        self.explains = explains
    }

    /// The day whose rules hold.
    var ruleDay: CivilDate { choice.asOf ?? day }
}
