/// Something about a matter that forms ask for and guards look at.
package struct ProcedureFact: Hashable, Sendable {
    /// Its name in the procedure, also shown on screen.
    package let name: String
    /// What it is.
    package let kind: FactKind
    /// Whether a form that asks for it may be left without it.
    package let isOptional: Bool
}
