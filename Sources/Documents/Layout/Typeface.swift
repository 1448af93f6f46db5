/// A font by name, with the names to fall back to where it is not installed.
package struct Typeface: Hashable, Sendable {
    package var name: String
    /// Other names, best first; Word reads them from the font table.
    package var alternatives: [String]
    package var isBold: Bool

    package init(_ name: String, alternatives: [String] = [], isBold: Bool = false) {
        self.name = name
        self.alternatives = alternatives
        self.isBold = isBold
    }
}
