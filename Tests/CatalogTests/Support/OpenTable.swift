import Foundation

/// A CSV table of the open data: fields by column name, quotes understood; no field holds a line break.
///
/// Searches bytes with `memchr`, because unoptimised test builds would take minutes over millions of fields.
struct OpenTable {
    /// One row; fields are read by column.
    struct Row {
        let fields: [Range<Int>]
        let columns: [String: Int]
        let bytes: UnsafeRawBufferPointer

        /// The text of a column, empty when the table has none of that name.
        subscript(column: String) -> String {
            guard let position = columns[column], position < fields.count else { return "" }
            return String(decoding: bytes[fields[position]], as: UTF8.self)
        }
    }

    private let data: Data

    init(_ data: Data) {
        self.data = data
    }

    /// Calls `body` for every row below the header.
    func forEach(_ body: (Row) throws -> Void) throws {
        try data.withUnsafeBytes { bytes in
            let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            var position = hasMark ? 3 : 0
            var columns: [String: Int] = [:]
            while position < bytes.count {
                let end = OpenTable.find("\n", bytes, position..<bytes.count) ?? bytes.count
                let isReturn = end > position && bytes[end - 1] == UInt8(ascii: "\r")
                let fields = OpenTable.fields(bytes, position..<(isReturn ? end - 1 : end))
                position = end + 1
                if columns.isEmpty {
                    for (index, field) in fields.enumerated() {
                        columns[String(decoding: bytes[field], as: UTF8.self)] = index
                    }
                } else if fields.count > 1 {
                    try body(Row(fields: fields, columns: columns, bytes: bytes))
                }
            }
        }
    }

    private static func fields(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> [Range<Int>] {
        var fields: [Range<Int>] = []
        var start = line.lowerBound
        while start <= line.upperBound {
            var end = find(",", bytes, start..<line.upperBound) ?? line.upperBound
            var field = start..<end
            if start < end, bytes[start] == UInt8(ascii: "\""),
                let close = find("\"", bytes, (start + 1)..<line.upperBound)
            {
                field = (start + 1)..<close
                end = close + 1
            }
            fields.append(field)
            start = end + 1
        }
        return fields
    }

    private static func find(_ byte: Unicode.Scalar, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
        guard !range.isEmpty, let base = bytes.baseAddress,
            let found = memchr(base + range.lowerBound, Int32(byte.value), range.count)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }
}
