package import Standards

/// What a reader of a ranking may choose.
package struct RankTableOptions: Hashable, Sendable {
    /// The id of the scheme.
    package let scheme: String
    /// The day of the data; scheme, limits and money table are those in force on it.
    package let day: CivilDate
    /// Whether a column gives rewards and deductions.
    package let showsMoney: Bool
    /// Whether a column tells how each score came about.
    package let explains: Bool

    package init(scheme: String, day: CivilDate, showsMoney: Bool = false, explains: Bool = false) {
        self.scheme = scheme
        self.day = day
        self.showsMoney = showsMoney
        self.explains = explains
    }
}
