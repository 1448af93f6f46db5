import Catalog
import Standards

/// A procedure through time: the version with which a matter began gives its states and steps; a step that another version in force
/// on its day has too, between the same states, follows the rules of that day, and so does a clock that begins on it.
struct ProcedureLine {
    let begun: Procedure
    private let versions: [Procedure]

    init(begun: Procedure, versions: [Procedure]) {
        self.begun = begun
        self.versions = versions
    }

    private func inForce(on day: CivilDate) -> Procedure {
        versions.last { $0.header.effective.contains(day) } ?? begun
    }

    /// The action of the version that the matter began with, by the rules of a day.
    func action(_ name: String, on day: CivilDate) -> ProcedureAction? {
        guard let own = begun.action(name) else { return nil }
        guard let current = inForce(on: day).action(name), current.from == own.from, current.to == own.to,
            // A rule that looks at what this matter's version lacks cannot be followed in it.
            current.clocks.allSatisfy({ begun.clock($0.clock) != nil }),
            current.form.allSatisfy({ begun.fact($0) != nil })
        else { return own }
        return current
    }

    /// A clock by the rules of the day on which it begins.
    func clock(_ name: String, on day: CivilDate) -> ProcedureClock? {
        guard let own = begun.clock(name) else { return nil }
        guard let current = inForce(on: day).clock(name), current.kind == own.kind else { return own }
        return current
    }
}
