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

    /// Paragraphs of text that was taken off pages: a line that fills its page's width without a closing mark runs on.
    ///
    /// nil where it is not UTF-8.
    package static func ofPages(_ bytes: [UInt8]) -> [String]? {
        guard let lines = ofText(bytes) else { return nil }
        let widest = lines.map(width).max() ?? 0
        var paragraphs: [String] = []
        var runsOn = false
        for line in lines {
            let text = line.trimmingEnds
            if text.isEmpty, runsOn { continue }
            if runsOn, let last = paragraphs.last, HeadingNumber(Scalars(text).folded) == nil {
                paragraphs[paragraphs.count - 1] = last + text
            } else {
                paragraphs.append(text)
            }
            let isFull = width(line) * 10 >= widest * 9
            runsOn = isFull && !(text.unicodeScalars.last.map { $0.endsLine } ?? true)
        }
        return paragraphs
    }

    /// Chinese characters take two places.
    private static func width(_ line: String) -> Int {
        line.trimmingEnds.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
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

extension String {
    fileprivate var trimmingEnds: String {
        let head = drop { $0.isWhitespace }
        return String(head.reversed().drop { $0.isWhitespace }.reversed())
    }
}

extension Unicode.Scalar {
    /// Behind one of these a paragraph may be over.
    fileprivate var endsLine: Bool { ["。", "！", "？", "；", "：", "!", "?", ";", ":"].contains(self) }
}
