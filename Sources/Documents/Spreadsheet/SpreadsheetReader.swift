/// Reads the first sheet of an .xlsx file (ISO/IEC 29500). The file comes from outside: sizes are bounded, entities refused.
package struct SpreadsheetReader: Sendable {
    /// Most entries of the archive.
    package var maximumEntries = 2_000
    /// Most bytes of the parts that are read, unpacked: 100,000 rows of 40 columns have room.
    package var maximumBytes = 512 * 1_024 * 1_024
    package var maximumRows = 200_000
    package var maximumColumns = 400

    package init() {}

    /// Whether bytes are a zip file, as every .xlsx is.
    package static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// Whether bytes are an .xls file or a workbook with a password: both are compound files.
    package static func isCompound(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) }

    /// The first sheet that is in sight.
    ///
    /// - Throws: `DocumentError.notWorkbook`, `.malformedSheet`, `.sheetTooLarge`, `.archiveFailed`, `.tooManyEntries`,
    ///   `.expandsTooFar`.
    package func read(_ bytes: [UInt8]) throws(DocumentError) -> Spreadsheet.Sheet {
        guard !Self.isCompound(bytes) else { throw DocumentError(.notWorkbook, value: "xls 或加密的工作簿") }
        guard Self.isArchive(bytes) else { throw DocumentError(.notWorkbook, value: "不是压缩包") }
        let frame = SpreadsheetFrame()
        for path in ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"] {
            guard let part = try part(path, of: bytes) else { throw DocumentError(.notWorkbook, value: "缺少 \(path)") }
            try parse(part, path, with: frame)
        }
        guard let (name, path) = frame.firstSheet, let sheet = try part(path, of: bytes) else {
            throw DocumentError(.notWorkbook, value: "没有工作表")
        }
        let texts = SpreadsheetTexts()
        if let part = try part("xl/sharedStrings.xml", of: bytes) {
            try parse(part, "xl/sharedStrings.xml", with: texts)
        }
        let styles = SpreadsheetStyles()
        if let part = try part("xl/styles.xml", of: bytes) { try parse(part, "xl/styles.xml", with: styles) }
        let cells = SpreadsheetCells(
            texts: texts.texts, dateStyles: styles.dateStyles, countsFrom1904: frame.countsFrom1904,
            maximumRows: maximumRows, maximumColumns: maximumColumns)
        try parse(sheet, path, with: cells)
        if let fault = cells.fault { throw fault }
        var read = Spreadsheet.Sheet(name, cells.rows)
        read.mergedRanges = cells.mergedRanges
        return read
    }

    private func part(_ path: String, of bytes: [UInt8]) throws(DocumentError) -> [UInt8]? {
        // Rows that repeat pack well: honest sheets reach 1 to 100, bombs begin at about 1 to 1000.
        let limits = ZipArchive.Limits(entries: maximumEntries, totalBytes: maximumBytes, ratio: 500)
        return try ZipArchive.read(bytes, limits: limits) { $0 == path }.first?.bytes
    }

    private func parse(
        _ bytes: [UInt8], _ path: String, with delegate: some SpreadsheetPart
    ) throws(DocumentError) {
        let line = MarkupParsing.fault(in: bytes, with: delegate)
        if let fault = delegate.fault { throw fault }
        if let line { throw DocumentError(.malformedSheet, line: line, value: path) }
    }
}
