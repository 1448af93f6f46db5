package import Standards

/// Which figure, for when, about what.
package struct FigureRequest: Hashable, Sendable {
    /// The id of its definition.
    package let id: String
    /// The date from which its period is seen.
    package let date: CivilDate
    /// The values of its arguments, e.g. `place` → `D001A`.
    package let arguments: [String: String]

    package init(_ id: String, on date: CivilDate, _ arguments: [String: String] = [:]) {
        self.id = id
        self.date = date
        self.arguments = arguments
    }
}
