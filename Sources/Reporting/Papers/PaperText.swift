/// A stretch of a document's text.
package enum PaperText: Sendable, Hashable {
    case words(String)
    /// `{name}`: a word that the builder knows, or a column of the list.
    case variable(String)
    /// `{{id argument=value}}`: a figure.
    case figure(String, [String: String])
}
