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
    /// One word of a list or several, joined by `separator`.
    case choices([String])

    /// What joins several words that were chosen; no word holds it.
    package static let separator = "、"

    /// The words that were chosen.
    package static func words(of text: String) -> [String] {
        text.split(separator: separator).map(String.init)
    }
}
