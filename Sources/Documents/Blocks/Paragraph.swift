/// A paragraph of running text.
package struct Paragraph: Hashable, Sendable {
    /// How its lines begin and stand.
    package enum Style: Hashable, Sendable {
        /// First line two characters in.
        case body
        /// From the left edge, as 主送机关.
        case flush
        case centered
        /// At the right edge.
        case right
    }

    package var style: Style
    package var runs: [Run]

    package init(_ runs: [Run], style: Style = .body) {
        self.style = style
        self.runs = runs
    }
}
