/// Reads RFC 4180 rows from bytes or a stream, in constant memory and without a `String` a field.
///
/// Line ends may be LF, CRLF or CR; a UTF-8 byte-order mark is skipped; blank lines are no rows. A row whose shape or
/// encoding is wrong is still given, with its `fault` set: the caller names it and goes on.
///
/// ```swift
/// var reader = CSVReader(source)
/// while let row = try reader.next() { use(row.line, row[3].string) }
/// ```
package struct CSVReader {
    /// A row longer than this is taken for a missing quote, in bytes.
    package static let defaultMaximumRowBytes = 16 * 1024 * 1024

    private let source: ChunkSource
    private let separator: UInt8
    private let blockBytes: Int
    private let maximumRowBytes: Int

    private var chunk: [UInt8] = []
    private var chunkPosition = 0
    private var isSourceEnded = false
    /// Bytes of an incomplete row at the end of the last block.
    private var rest: [UInt8] = []
    private var isFirstBlock = true

    private var block = CSVBlock(bytes: [], bounds: [], rows: [])
    private var nextRow = 0
    /// The line the next row starts on, 1-based.
    private var line = 1
    private var fieldsInLastBlock = 1_024
    private var rowsInLastBlock = 128

    /// Number of fields a row should have: given, or that of the first row; 0 before it is known.
    package private(set) var expectedCount: Int

    /// A reader of `bytes`.
    package init(_ bytes: [UInt8], separator: UInt8 = UInt8(ascii: ","), expectedCount: Int = 0) {
        self.init(ChunkSource(bytes), separator: separator, expectedCount: expectedCount)
    }

    /// The first row of a line that stands by itself; nil when it is blank.
    ///
    /// - Parameter expectedCount: fields that it should have; 0 for any number.
    package static func row(of line: [UInt8], expectedCount: Int = 0) throws -> CSVRow? {
        // A block for files is a thousand times a line.
        var reader = CSVReader(ChunkSource(line), expectedCount: expectedCount, blockBytes: line.count)
        return try reader.next()
    }

    /// A reader of a stream.
    ///
    /// - Parameters:
    ///   - separator: comma, or tab, semicolon…; ASCII.
    ///   - expectedCount: fields a row should have; 0 takes the first row's count.
    ///   - blockBytes: how much is scanned at once.
    ///   - maximumRowBytes: a longer row is an error.
    package init(
        _ source: ChunkSource, separator: UInt8 = UInt8(ascii: ","), expectedCount: Int = 0,
        blockBytes: Int = 262_144, maximumRowBytes: Int = CSVReader.defaultMaximumRowBytes
    ) {
        self.source = source
        self.separator = separator
        self.expectedCount = expectedCount
        self.blockBytes = max(1, blockBytes)
        self.maximumRowBytes = maximumRowBytes
    }

    /// The next row, or `nil` at the end.
    ///
    /// - Throws: `DocumentError.unterminatedQuote`, `.rowTooLong`, `.unsupportedEncoding`, or what the source throws.
    package mutating func next() throws -> CSVRow? {
        while nextRow >= block.rows.count {
            guard try readBlock() else { return nil }
        }
        let row = block.rows[nextRow]
        nextRow += 1
        let count = Int(row.count)
        if expectedCount == 0 { expectedCount = count }
        var fault = row.fault
        if fault == nil, count != expectedCount { fault = .ragged(expected: expectedCount, found: count) }
        return CSVRow(block: block, first: Int(row.first), count: count, line: row.line, fault: fault)
    }

    /// Scans the next stretch; `false` at the end of the stream.
    private mutating func readBlock() throws -> Bool {
        // Twice what is left over: a row that spans many blocks is then scanned a bounded number of times.
        var bytes = try fill(max(blockBytes, rest.count * 2))
        let isLast = isSourceEnded && chunkPosition == chunk.count
        guard !(bytes.isEmpty && isLast) else { return false }
        var scanner = CSVScanner(
            separator: separator, expectedFields: fieldsInLastBlock, expectedRows: rowsInLastBlock)
        var line = self.line
        let used = try bytes.withUnsafeMutableBufferPointer { try scanner.scan($0, isLast: isLast, line: &line) }
        guard bytes.count - used <= maximumRowBytes else {
            throw DocumentError(.rowTooLong, line: line, limit: maximumRowBytes)
        }
        self.line = line
        rest = Array(bytes[used...])
        fieldsInLastBlock = max(fieldsInLastBlock, scanner.bounds.count)
        rowsInLastBlock = max(rowsInLastBlock, scanner.rows.count)
        block = CSVBlock(bytes: bytes, bounds: scanner.bounds, rows: scanner.rows)
        nextRow = 0
        return true
    }

    /// What is left over and new bytes, together about `target`; empty at the end of the stream.
    private mutating func fill(_ target: Int) throws -> [UInt8] {
        var bytes = rest
        rest = []
        bytes.reserveCapacity(target)
        // The byte-order mark has three bytes: even the smallest first block must show it whole.
        let goal = isFirstBlock ? max(target, 3) : max(target, bytes.count + 1)
        while bytes.count < goal {
            if chunkPosition == chunk.count {
                guard try pull() else { break }
                continue
            }
            let end = min(chunk.count, chunkPosition + goal - bytes.count)
            bytes.append(contentsOf: chunk[chunkPosition..<end])
            chunkPosition = end
        }
        // Look one piece ahead, so that the last block knows that it is the last.
        while chunkPosition == chunk.count, try pull() {}
        if isFirstBlock, !bytes.isEmpty {
            isFirstBlock = false
            try skipMark(&bytes)
        }
        return bytes
    }

    /// Fetches the next piece; `false` when there is none.
    private mutating func pull() throws -> Bool {
        guard !isSourceEnded else { return false }
        chunkPosition = 0
        guard let next = try source.next() else {
            isSourceEnded = true
            chunk = []
            return false
        }
        chunk = next
        return true
    }

    private func skipMark(_ bytes: inout [UInt8]) throws(DocumentError) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) {
            bytes.removeFirst(3)
        } else if bytes.starts(with: [0xFF, 0xFE] as [UInt8]) || bytes.starts(with: [0xFE, 0xFF] as [UInt8]) {
            throw DocumentError(.unsupportedEncoding, value: "UTF-16")
        }
    }
}
