package import Catalog
package import Standards

/// A procedure of law in one version: a table of states and actions, with its clocks.
package struct Procedure: Sendable {
    /// Id, title, days, source, confidence.
    package let header: RuleHeader
    /// What kind of business it is.
    package let family: ProcedureFamily
    /// The ladder its clocks hang on.
    package let ladder: String
    /// What sets it off, in words.
    package let trigger: String
    /// On what it rests as a whole.
    package let basis: [Ground]
    /// The state in which a matter begins.
    package let initial: String
    /// The states, in the order of the file.
    package let states: [ProcedureState]
    /// What forms ask for.
    package let facts: [ProcedureFact]
    /// What the opening of a matter does to clocks.
    package let opening: [ClockChange]
    /// The actions, in the order of the file.
    package let actions: [ProcedureAction]
    /// The clocks, in the order of the file.
    package let clocks: [ProcedureClock]
    /// Which facts and clocks say what is owed and paid; nil where no money is.
    package let payment: PaymentTerms?
    /// What else to know.
    package let notes: [String]

    /// `PEN-GENERAL`.
    package var id: String { header.id }
    /// Which version: its first day.
    package var version: CivilDate { header.effective.from }

    /// A state by its name; nil when there is none.
    package func state(_ name: String) -> ProcedureState? { states.first { $0.name == name } }
    /// An action by its name; nil when there is none.
    package func action(_ name: String) -> ProcedureAction? { actions.first { $0.name == name } }
    /// A clock by its name; nil when there is none.
    package func clock(_ name: String) -> ProcedureClock? { clocks.first { $0.name == name } }
    /// A fact by its name; nil when there is none.
    package func fact(_ name: String) -> ProcedureFact? { facts.first { $0.name == name } }
    /// The actions that may be taken from a state.
    package func actions(from state: String) -> [ProcedureAction] { actions.filter { $0.from.contains(state) } }

    /// How many guards the program decides, and how many persons confirm.
    package var guardCounts: (checked: Int, attested: Int) {
        let guards = actions.flatMap(\.guards)
        let checked = guards.count(where: \.isChecked)
        return (checked, guards.count - checked)
    }
}
