/// Writes JSON bytes without a tree in between.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func text(_ text: FieldText) {
        if text.isUTF8 { string(text.bytes) } else { string(text.string.utf8) }
    }

    /// A string from valid UTF-8, escaping only what JSON forbids.
    mutating func string(_ utf8: some Sequence<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case ASCII.lineFeed: raw(#"\n"#)
            case ASCII.carriageReturn: raw(#"\r"#)
            case ASCII.tab: raw(#"\t"#)
            case 0..<ASCII.space:
                raw(#"\u"#)
                bytes.append(contentsOf: ASCII.hex(UInt16(byte)))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The elements with commas between them.
    mutating func list<Element>(_ elements: some Collection<Element>, _ write: (Element, inout JSONWriter) -> Void) {
        var isFirst = true
        for element in elements {
            if !isFirst { raw(",") }
            isFirst = false
            write(element, &self)
        }
    }
}
