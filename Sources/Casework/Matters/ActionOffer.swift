/// An action that the state allows, with what it needs and what still stands in its way.
package struct ActionOffer: Sendable {
    /// The action, by the version in force today where that has it.
    package let action: ProcedureAction
    /// What stands in its way whoever acts: time, order, signatures; nil where nothing does.
    package let obstacle: MatterRefusal?
    /// The posts that must still sign, in order.
    package let missingSigners: [String]
}
