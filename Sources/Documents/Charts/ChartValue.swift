/// A value to draw with the text to print: the exact number stays text, the drawing gets a floating one.
package struct ChartValue: Hashable, Sendable {
    /// Where it is drawn. Nothing is decided by it.
    package let position: Double
    /// What is printed beside it.
    package let text: String

    /// A value whose text is a decimal number, such as `-3.50`; `nil` when it is none.
    package init?(_ text: String) {
        guard let position = Double(text), position.isFinite else { return nil }
        self.position = position
        self.text = text
    }

    /// A value drawn at `position` and printed as `text`; `nil` when it cannot be drawn.
    package init?(at position: Double, text: String) {
        guard position.isFinite else { return nil }
        self.position = position
        self.text = text
    }
}
