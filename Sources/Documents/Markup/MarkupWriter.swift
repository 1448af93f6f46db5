/// Writes XML, HTML or SVG that is well-formed by construction: elements close themselves and all text is escaped.
struct MarkupWriter {
    typealias Attributes = KeyValuePairs<String, String?>

    /// What was written so far.
    private(set) var text = ""

    /// The XML declaration. To be written first, if at all.
    mutating func declaration() {
        text += "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    }

    /// An element with content; attributes that are `nil` are left out.
    mutating func element<Failure: Error>(
        _ name: String, _ attributes: Attributes = [:], _ body: (inout MarkupWriter) throws(Failure) -> Void
    ) throws(Failure) {
        open(name, attributes, ending: ">")
        try body(&self)
        text += "</"
        text += name
        text += ">"
    }

    /// An element that holds only text.
    mutating func element(_ name: String, _ attributes: Attributes = [:], text content: String) {
        element(name, attributes) { $0.append(content) }
    }

    /// An element without content, closed at once (`<w:br/>`, `<img/>`). In HTML only for void elements.
    mutating func empty(_ name: String, _ attributes: Attributes = [:]) {
        open(name, attributes, ending: "/>")
    }

    /// Escaped text.
    mutating func append(_ content: String) {
        Self.escape(content, into: &text, isAttribute: false)
    }

    /// Markup from another writer, as it is.
    mutating func append(markup: MarkupWriter) {
        text += markup.text
    }

    /// A drawing's markup, as it is: only this room makes drawings.
    mutating func append(_ drawing: Drawing) {
        text += drawing.svg
    }

    private mutating func open(_ name: String, _ attributes: Attributes, ending: String) {
        text += "<"
        text += name
        for (key, value) in attributes {
            guard let value else { continue }
            text += " "
            text += key
            text += "=\""
            Self.escape(value, into: &text, isAttribute: true)
            text += "\""
        }
        text += ending
    }

    /// Characters XML 1.0 does not allow (section 2.2, production 2) are shown as U+FFFD instead of vanishing.
    private static func escape(_ content: String, into text: inout String, isAttribute: Bool) {
        for scalar in content.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case "\t", "\n", "\r":
                // A reader would turn these into spaces inside an attribute, and CR into LF anywhere.
                if isAttribute || scalar == "\r" {
                    text += "&#\(scalar.value);"
                } else {
                    text.unicodeScalars.append(scalar)
                }
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": text.unicodeScalars.append("\u{FFFD}")
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
