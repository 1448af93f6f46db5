package import Standards

/// An article that something rests on, and the days on which it may be cited.
package struct Ground: Hashable, Sendable {
    /// As cited: `行政处罚法第61条`.
    package let text: String
    /// The first day on which it is in force; nil where the procedure's own first day says enough.
    package let from: CivilDate?
    /// The last day; nil while it is open.
    package let to: CivilDate?

    /// Whether it may be cited for something done on a day.
    package func contains(_ day: CivilDate) -> Bool { day >= from ?? .first && day <= to ?? .last }
}

extension [Ground] {
    /// The articles that may be cited for something done on a day, in one line.
    package func text(on day: CivilDate) -> String {
        filter { $0.contains(day) }.map(\.text).joined(separator: "；")
    }
}
