/// What must hold before an action.
package enum Guard: Hashable, Sendable {
    /// Decided by the program; where it does not hold, what a person may confirm instead.
    case checked(CheckedPredicate, basis: [Ground], unless: Attestation?)
    /// Confirmed by a person.
    case attested(Attestation)

    /// Whether the program decides it.
    package var isChecked: Bool {
        if case .checked = self { true } else { false }
    }
}
