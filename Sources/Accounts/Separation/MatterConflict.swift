/// Why somebody may not do something in a matter: they did another thing in it.
package struct MatterConflict: Error, Hashable, Sendable {
    /// The id of the person.
    package let person: String
    /// What they did.
    package let done: MatterPart
    /// What they want to do.
    package let wanted: MatterPart
    /// The rule that keeps the two apart.
    package let ground: String

    /// What happened and how to mend it, in one line.
    ///
    /// - Parameter name: of the person.
    package func message(naming name: String) -> String {
        "\(name)在本案中是\(done.title)，不能再作\(wanted.title)（\(ground)）。请由另一个人办理"
    }
}
