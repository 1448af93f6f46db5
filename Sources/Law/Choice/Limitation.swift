package import Standards

/// The time after which a violation may not be punished any more (追责期限, 生态环境法典第1054条; 行政处罚法第36条).
package struct Limitation: Hashable, Sendable {
    /// The last day on which it may be discovered in time.
    package let lastDay: CivilDate
    package let years: Int
    package let basis: String

    /// - Parameter hasCausedHarm: whether pollution or ecological damage followed.
    package init(_ conduct: Conduct, hasCausedHarm: Bool, by principles: LegalPrinciples) {
        years = hasCausedHarm ? principles.limitationYearsWithHarm : principles.limitationYears
        lastDay = conduct.end.adding(years: years)
        basis = principles.limitationBasis
    }

    /// Whether a discovery on a day was too late.
    package func hasPassed(on discovered: CivilDate) -> Bool { discovered > lastDay }
}
