package import Standards

/// Days that a period does not count: from the day after the one on which it was paused up to the day on which it went on.
///
/// Counted like the period itself, whose first day does not count either; paused and resumed on one day leaves out none.
package struct PausedDays: Hashable, Sendable {
    /// The day on which the reason arose; still counted.
    package let from: CivilDate
    /// The day on which it fell away, the last that is not counted.
    package let to: CivilDate

    /// Makes a span; one that ends before it begins leaves out nothing.
    package init(from: CivilDate, to: CivilDate) {
        self.from = from
        self.to = max(from, to)
    }

    /// Whether a day is left out.
    package func contains(_ day: CivilDate) -> Bool { day > from && day <= to }
}
