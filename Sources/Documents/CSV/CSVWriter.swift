/// Writes RFC 4180 into a growing buffer, with quotes only where they are needed.
///
/// ```swift
/// var writer = CSVWriter()
/// writer.field("站点"); writer.field("AQI"); writer.endRow()
/// output(writer.take())
/// ```
package struct CSVWriter: Sendable {
    /// How rows end.
    package enum LineEnd: Sendable {
        /// As RFC 4180 has it.
        case crlf
        /// As Unix tools have it.
        case lf
    }

    private let separator: UInt8
    private let lineEnd: LineEnd
    private let guardsFormulas: Bool
    private var isRowStarted = false
    private var isRowBlank = true

    /// What was written and not yet taken.
    package private(set) var bytes: [UInt8] = []

    /// - Parameters:
    ///   - withMark: begin with a UTF-8 byte-order mark; Excel needs it to read Chinese.
    ///   - guardsFormulas: put `'` before fields a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab, CR, also
    ///     full-width); numbers such as `-3.5` stay as they are. For exports of text that citizens or devices sent.
    package init(
        separator: UInt8 = UInt8(ascii: ","), lineEnd: LineEnd = .crlf, withMark: Bool = false,
        guardsFormulas: Bool = false
    ) {
        self.separator = separator
        self.lineEnd = lineEnd
        self.guardsFormulas = guardsFormulas
        if withMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Appends a field to the current row.
    package mutating func field(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// Appends a field as read from another file; no text is made.
    package mutating func field(_ field: CSVField) {
        field.withUTF8 { append($0) }
    }

    /// Appends a field of UTF-8 bytes.
    package mutating func field(utf8: ArraySlice<UInt8>) {
        utf8.withUnsafeBufferPointer { append($0) }
    }

    /// Appends a whole number.
    package mutating func field(_ number: Int) {
        field(String(number))
    }

    /// Ends the row.
    package mutating func endRow() {
        if isRowStarted, isRowBlank {
            // A row of one empty field must not look like a blank line.
            bytes.append(UInt8(ascii: "\""))
            bytes.append(UInt8(ascii: "\""))
        }
        if lineEnd == .crlf { bytes.append(13) }
        bytes.append(10)
        isRowStarted = false
        isRowBlank = true
    }

    /// Appends a whole row.
    package mutating func row(_ fields: [String]) {
        for text in fields { field(text) }
        endRow()
    }

    /// Hands over what was written so far and starts an empty buffer, for streaming.
    package mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        if isRowStarted {
            bytes.append(separator)
            isRowBlank = false
        }
        isRowStarted = true
        if !text.isEmpty { isRowBlank = false }
        let needsGuard = guardsFormulas && Self.looksLikeFormula(text)
        guard needsQuotes(text) else {
            if needsGuard { bytes.append(UInt8(ascii: "'")) }
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        if needsGuard { bytes.append(UInt8(ascii: "'")) }
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        // A mark at the very start of a file would be eaten by readers.
        if bytes.count <= 1, text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { return true }
        return text.contains { $0 == separator || $0 == 34 || $0 == 10 || $0 == 13 }
    }

    /// Whether a spreadsheet would take the text for a formula; a plain signed number is none.
    private static func looksLikeFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 9, 13: return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(text.dropFirst())
        case 0xEF:
            // U+FF1D, U+FF0B, U+FF0D, U+FF20: full-width = + - @, which spreadsheets in Chinese also accept.
            guard text.count >= 3, text[1] == 0xBC else { return false }
            return [0x9D, 0x8B, 0x8D, 0xA0].contains(text[2])
        default: return false
        }
    }

    private static func isNumber(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var points = 0
        var hasDigit = false
        for byte in digits {
            if byte == UInt8(ascii: ".") {
                points += 1
            } else if byte >= 48, byte <= 57 {
                hasDigit = true
            } else {
                return false
            }
        }
        return hasDigit && points <= 1
    }
}
