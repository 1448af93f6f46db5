package import Standards

/// When a violation was committed.
package struct Conduct: Hashable, Sendable {
    package let start: CivilDate
    /// The day on which it ended; of continuing conduct the last day on which it was seen.
    package let end: CivilDate

    /// - Throws: `LawError` with `.reversedConduct`.
    package init(start: CivilDate, end: CivilDate) throws(LawError) {
        guard start <= end else { throw LawError(.reversedConduct, date: end) }
        self.start = start
        self.end = end
    }
}
