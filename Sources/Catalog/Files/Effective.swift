package import Standards

/// The days on which a rule is in force, both ends included.
package struct Effective: Hashable, Sendable {
    /// The first day.
    package let from: CivilDate
    /// The last day; nil while it is open.
    package let to: CivilDate?

    /// Makes a range of days.
    package init(from: CivilDate, to: CivilDate?) {
        self.from = from
        self.to = to
    }

    /// Whether the rule is in force on a day.
    package func contains(_ date: CivilDate) -> Bool { date >= from && date <= to ?? .last }

    /// Whether both ranges share a day.
    package func overlaps(_ other: Effective) -> Bool {
        from <= other.to ?? .last && other.from <= to ?? .last
    }
}

extension Effective: CustomStringConvertible {
    /// `2026-03-01…` or `2016-01-01…2026-02-28`.
    package var description: String { "\(from)…\(to.map(\.description) ?? "")" }
}
