internal import CQRencode

/// A QR code (ISO/IEC 18004) of a text: its dark modules, without the quiet zone.
package struct QRCode: Hashable, Sendable {
    /// Modules of white that must surround it on each side (ISO/IEC 18004, 6.3.8).
    static let quietZone = 4

    /// Modules a side.
    package let side: Int
    /// Row by row from the top left: true is dark.
    package let modules: [Bool]

    /// Encodes a text in UTF-8 with error correction of level M: 15 % of it may be damaged.
    ///
    /// - Throws: `DocumentError` with `.textTooLongForCode`.
    package init(_ text: String) throws(DocumentError) {
        let bytes = Array(text.utf8)
        // Version 0 lets the library choose the smallest that holds the text.
        let made = QRcode_encodeData(Int32(clamping: bytes.count), bytes, 0, QR_ECLEVEL_M)
        guard !bytes.isEmpty, let code = made else {
            throw DocumentError(.textTooLongForCode, found: bytes.count)
        }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        let data = UnsafeBufferPointer(start: code.pointee.data, count: side * side)
        // The lowest bit of each byte is the colour; the others say what the module is for.
        modules = data.map { $0 & 1 == 1 }
    }

    /// Whether a module is dark; those around the code are not.
    func isDark(row: Int, column: Int) -> Bool {
        guard (0..<side).contains(row), (0..<side).contains(column) else { return false }
        return modules[row * side + column]
    }
}
