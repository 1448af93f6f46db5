package import Documents

/// The lines of a text that came as a file.
package enum ReportLines {
    /// Most bytes of a text: fifty printed pages are a hundredth of it.
    package static let maximumBytes = 16 * 1_024 * 1_024

    /// Lines of UTF-8 text, with or without a mark at its head; nil where it is not UTF-8.
    package static func ofText(_ bytes: [UInt8]) -> [String]? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
        guard let first = lines.first, first.unicodeScalars.first == "\u{FEFF}" else { return lines }
        return [String(String.UnicodeScalarView(first.unicodeScalars.dropFirst()))] + lines.dropFirst()
    }

    /// Paragraphs and rows of tables of a docx, in order; line breaks within a paragraph are blanks, so that a line is a paragraph.
    ///
    /// - Throws: `DocumentError` where the file is no docx or is too large.
    package static func ofDocx(_ bytes: [UInt8]) throws(DocumentError) -> [String] {
        var lines: [String] = []
        for block in try DocxReader(maximumBytes: maximumBytes).read(bytes).blocks {
            switch block {
            case .paragraph(let paragraph): lines.append(paragraph.text.replacing("\n", with: " "))
            case .table(let rows):
                for row in rows {
                    lines.append(row.map { $0.text.replacing("\n", with: " ") }.joined(separator: "\t"))
                }
            }
        }
        return lines
    }
}
