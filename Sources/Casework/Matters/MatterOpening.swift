package import Standards

/// How a matter began.
package struct MatterOpening: Hashable, Sendable {
    /// Where it comes from.
    package enum Origin: Hashable, Sendable {
        /// It began here.
        case new
        /// It was running elsewhere before, or on paper: brought in at its state.
        case imported
        /// It was split off from another matter.
        case split(from: MatterID)
    }

    /// The id of the procedure.
    package var procedure: String
    /// Its version, which holds for the matter to its end.
    package var version: CivilDate
    /// Where it comes from.
    package var origin: Origin = .new
    /// The state in which it begins; nil for the first of the procedure.
    package var state: String?
    /// Clocks that were running before, with all that happened to them.
    package var carried: [CarriedClock] = []
    /// The matter from which this one follows: the execution of a decision, the daily penalty after an order to correct.
    package var follows: MatterID?
    /// What was done before, in order, of a matter brought in from elsewhere.
    package var past: [PastStep] = []
    /// The day of the event from which a clock counts, where it is not the day of the opening.
    package var clockDays: [String: CivilDate] = [:]
    /// Facts known at the beginning.
    package var facts: [String: FactValue] = [:]
    /// Who handles it.
    package var handler: MatterHandler?

    /// A new matter of a procedure in a version.
    package init(procedure: String, version: CivilDate) {
        self.procedure = procedure
        self.version = version
    }
}
