/// How wide text is, in half characters: Chinese and other wide letters count two, Latin and digits one.
enum TextWidth {
    /// The width of the widest line.
    static func halves(_ text: String) -> Int {
        var widest = 0
        var line = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                widest = max(widest, line)
                line = 0
            } else {
                line += isWide(scalar) ? 2 : (scalar.properties.isDefaultIgnorableCodePoint ? 0 : 1)
            }
        }
        return max(widest, line)
    }

    /// The width of the longest stretch that no line break may divide: a Latin word or number, or one wide letter.
    static func longestWord(_ text: String) -> Int {
        var longest = 0
        var word = 0
        for scalar in text.unicodeScalars {
            if isWide(scalar) {
                longest = max(longest, 2)
                word = 0
            } else if scalar.properties.isWhitespace {
                word = 0
            } else {
                word += 1
                longest = max(longest, word)
            }
        }
        return longest
    }

    /// East Asian wide and full-width ranges (Unicode Standard Annex 11), and the marks Chinese fonts draw wide.
    static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
        case 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD: true
        case 0x2014...0x2016, 0x2018...0x201D, 0x2026, 0x2103, 0x2160...0x217F, 0x2460...0x24FF: true
        default: false
        }
    }
}
