/// A drawing or photograph with its caption.
package struct Picture: Hashable, Sendable {
    /// What it is made of.
    package enum Content: Hashable, Sendable {
        /// A drawing made in this room: inlined on the web, turned into PNG for Word.
        case drawing(Drawing)
        /// The bytes of a PNG file.
        case png([UInt8])
    }

    package var content: Content
    /// What it shows, for those who cannot see it.
    package var alternative: String
    package var caption: [Run]
    package var anchor: String?
    /// Width on paper in millimetres; `nil` uses the whole width of the text.
    package var width: Int?

    package init(
        _ content: Content, alternative: String, caption: [Run] = [], anchor: String? = nil, width: Int? = nil
    ) {
        self.content = content
        self.alternative = alternative
        self.caption = caption
        self.anchor = anchor
        self.width = width
    }
}
