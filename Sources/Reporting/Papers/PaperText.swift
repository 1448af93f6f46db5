/// A stretch of a document's text.
package enum PaperText: Sendable, Hashable {
    case words(String)
    /// `{name}`: a word that the builder knows, or a column of the list.
    case variable(String)
    /// `{{id argument=value}}`: a figure; with `余=` or `以上=` it is printed rounded down to that step.
    case figure(String, [String: String], PaperRounding?)
    /// `{=name}`: a number that no record gives, stated in the draft with its home (上级核定 or 手工).
    case stated(String)
}
