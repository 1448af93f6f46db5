/// An entry of the list of references.
package struct Reference: Hashable, Sendable {
    /// What `Run.mark(_:)` names; unique in the paper.
    package var id: String
    package var runs: [Run]

    package init(id: String, _ runs: [Run]) {
        self.id = id
        self.runs = runs
    }
}
