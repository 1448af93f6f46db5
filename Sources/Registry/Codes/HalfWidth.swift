/// Signs of full width and invisible ones, as they come out of input methods and web pages.
enum HalfWidth {
    /// The same text with letters, digits and signs of ASCII in half width, without signs that nobody sees.
    static func folded(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x3000, 0xA0: folded.append(" ")
            // Zero-width space and joiners, marks of direction, byte-order mark.
            case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: continue
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// Without invisible signs, and without white space at both ends.
    static func trimmed(_ text: String) -> String {
        let seen = String(
            String.UnicodeScalarView(
                text.unicodeScalars.lazy.filter { scalar in
                    switch scalar.value {
                    case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: false
                    default: true
                    }
                }))
        let tail = seen.drop(while: \.isWhitespace)
        return String(tail.reversed().drop(while: \.isWhitespace).reversed())
    }
}
