/// A stretch of text of one look inside a paragraph or cell. `\n` in the text is a line break.
package struct Run: Hashable, Sendable, ExpressibleByStringLiteral {
    /// Where the letters stand: SO₂, m³.
    package enum Position: Hashable, Sendable {
        case baseline, superscript, `subscript`
    }

    package var text: String
    package var isBold: Bool
    package var position: Position
    /// A colour of the letters.
    package var tone: Tone?
    package var link: Link?
    /// The id of a `Reference`: the run then shows its number, such as `[2]`, and `text` is not used.
    package var reference: String?

    package init(
        _ text: String, isBold: Bool = false, position: Position = .baseline, tone: Tone? = nil, link: Link? = nil
    ) {
        self.text = text
        self.isBold = isBold
        self.position = position
        self.tone = tone
        self.link = link
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    /// Bold text.
    package static func bold(_ text: String) -> Run { Run(text, isBold: true) }

    /// Text that leads to an address.
    package static func link(_ text: String, href: String) -> Run { Run(text, link: .url(href)) }

    /// Text that leads to a heading, table or picture with this anchor in the same paper.
    package static func link(_ text: String, anchor: String) -> Run { Run(text, link: .anchor(anchor)) }

    /// The mark of a reference, shown as its number in raised brackets.
    package static func mark(_ reference: String) -> Run {
        var run = Run("", position: .superscript)
        run.reference = reference
        return run
    }
}
