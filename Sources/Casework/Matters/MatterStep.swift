package import Standards

/// An action of the procedure as it was taken.
package struct MatterStep: Hashable, Sendable {
    /// The name of the action.
    package var action: String
    /// What its form states, by the name of the fact.
    package var facts: [String: FactValue] = [:]
    /// The officers who took part.
    package var officers: [Officer] = []
    /// The papers attached, by the names of the procedure's documents.
    package var papers: Set<String> = []
    /// What was confirmed, by the name of the attestation.
    package var confirmations: [String: MatterConfirmation] = [:]
    /// The day of the event from which a clock counts, where it is not the day of the step: of receipt, of a hearing, of an expiry.
    package var clockDays: [String: CivilDate] = [:]
    /// The case of a clock that has several lengths.
    package var variants: [String: String] = [:]

    /// A step of which nothing but the action is known yet.
    package init(_ action: String) { self.action = action }
}
