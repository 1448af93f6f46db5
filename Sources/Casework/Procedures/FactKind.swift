/// What kind of thing a form asks for.
package enum FactKind: Hashable, Sendable {
    /// An amount of money in 分.
    case money
    case date
    /// Yes or no.
    case flag
    case text
    /// One word of a list.
    case choice([String])
}
