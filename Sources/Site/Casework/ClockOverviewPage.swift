/// 时限总览: who has how many clocks on which level, and each of them with the reminders that were given.
package struct ClockOverviewPage: Sendable {
    package let frame: PageFrame
    package let countText: String
    /// The past moment that is shown; nil for the present.
    package let past: PastNote?
    /// What is not told here, and why; nil where nothing is left out.
    package let warning: String?
    /// The head of the table of units: the levels from the gravest down.
    package let heads: [String]
    /// One a unit, the last one for all.
    package let units: [UnitRow]
    package let action: String
    package let unitChoices: [ReviewForm.Choice]
    package let levelChoices: [ReviewForm.Choice]
    package let rows: [Row]
    package let pager: Pager?
    package let emptyReason: String

    /// How many clocks a unit has on each level.
    package struct UnitRow: Sendable {
        package let unit: String
        package let href: String
        package let counts: [Count]
        package let total: Int
    }

    /// A number that leads to what it counts.
    package struct Count: Sendable {
        /// Nil for none.
        package let text: String?
        package let href: String
        /// `urgent` where a deadline has passed, `warn` where one nears, empty otherwise.
        package let tone: String
    }

    /// A clock.
    package struct Row: Sendable {
        package let level: String
        package let tone: String
        package let clock: String
        /// E.g. 还有 6 个工作日.
        package let left: String
        /// E.g. 2026-12-10 届满.
        package let end: String
        /// 暂定; nil for a final day.
        package let provisional: String?
        package let basis: String
        package let title: String
        package let href: String
        package let procedure: String
        package let state: String
        package let handler: String
        package let unit: String
        /// Who was reminded when, each with its record.
        package let reminders: [TextLink]
        /// The levels reached of which nobody was told yet; nil for none.
        package let unsent: String?
    }
}
