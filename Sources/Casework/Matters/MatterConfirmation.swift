/// That a person confirmed what no program can decide.
package struct MatterConfirmation: Hashable, Sendable {
    /// The id of the person.
    package let person: String
    /// The post in which the person did.
    package let role: String
    /// Why.
    package let reason: String
    /// The paper it rests on: an attachment's id or a document's number; nil where the reason says enough.
    package let paper: String?

    /// Makes a confirmation.
    package init(person: String, role: String, reason: String, paper: String? = nil) {
        self.person = person
        self.role = role
        self.reason = reason
        self.paper = paper
    }
}
