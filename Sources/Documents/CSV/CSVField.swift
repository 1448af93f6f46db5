/// One field of a CSV row: a view of bytes, unquoted, without a copy.
package struct CSVField: Sendable {
    let block: CSVBlock
    let start: Int
    let end: Int

    /// Number of bytes.
    package var count: Int { end - start }
    package var isEmpty: Bool { start == end }

    /// The bytes, sharing the block's storage.
    package var utf8: ArraySlice<UInt8> { block.bytes[start..<end] }

    /// Calls `body` with the bytes in place.
    package func withUTF8<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try block.bytes.withUnsafeBufferPointer { (all) throws(Failure) -> Result in
            try body(UnsafeBufferPointer(rebasing: all[start..<end]))
        }
    }

    /// The field as text; bytes that are not UTF-8 become U+FFFD, and the row's `fault` says so.
    package var string: String {
        withUTF8 { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the field is exactly these bytes; no text is made.
    package static func == (field: CSVField, text: StaticString) -> Bool {
        guard text.hasPointerRepresentation, text.utf8CodeUnitCount == field.count else { return false }
        return field.withUTF8 { bytes in
            bytes.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        }
    }
}
