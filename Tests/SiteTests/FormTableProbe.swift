import Documents

/// The texts of a workbook's first sheet.
enum FormTableProbe {
    static func texts(of bytes: [UInt8]) throws -> [String] {
        try SpreadsheetReader().read(bytes).rows.flatMap { $0.cells.map(\.text) }
    }
}
