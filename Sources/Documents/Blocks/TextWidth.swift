/// How wide text is, in half characters: Chinese and other wide letters count two, Latin and digits one.
package enum TextWidth {
    /// The width of the widest line.
    package static func halves(_ text: String) -> Int {
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

    /// How many cells of a terminal one line takes: full-width letters two, marks that combine none. Letters that are wide
    /// only in Chinese fonts (quotation marks, Roman numerals) take one there.
    package static func cells(_ line: String) -> Int {
        line.unicodeScalars.reduce(0) { cells, scalar in
            if isFullWidth(scalar) { return cells + 2 }
            let kind = scalar.properties.generalCategory
            let takesNone = scalar.properties.isDefaultIgnorableCodePoint || kind == .nonspacingMark || kind == .control
            return takesNone ? cells : cells + 1
        }
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
        if isFullWidth(scalar) { return true }
        return switch scalar.value {
        case 0x2014...0x2016, 0x2018...0x201D, 0x2026, 0x2103, 0x2160...0x217F, 0x2460...0x24FF: true
        default: false
        }
    }
    /// East Asian wide and full-width ranges.
    private static func isFullWidth(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
        case 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD: true
        default: false
        }
    }
}
