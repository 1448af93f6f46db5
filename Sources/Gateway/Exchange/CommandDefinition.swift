package import HJ212

/// A command as the catalog has it.
package struct CommandDefinition: Sendable, Hashable {
    package let name: CommandName
    /// The number of the standard.
    package let number: Int
    package let title: String
    package let commandClass: CommandClass
    /// The forms of the protocol that know it.
    package let dialects: Set<Dialect>
    package let parameters: [CommandParameter]
    /// From the first label to the last at most, in seconds; nil for what asks for no period.
    package let longestSeconds: Int64?
}
