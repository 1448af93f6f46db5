/// Finds rows and fields in a buffer, RFC 4180. Rows that are not complete are left for the next buffer.
struct CSVScanner {
    private enum Byte {
        static let lineFeed: UInt8 = 10
        static let carriageReturn: UInt8 = 13
        static let quote: UInt8 = 34
    }

    private let separator: UInt8
    /// The largest byte that means anything: digits, letters and UTF-8 lie above it, so most bytes cost one compare.
    private let ceiling: UInt8

    private(set) var bounds: [UInt64] = []
    private(set) var rows: [CSVBlock.Row] = []
    /// Fields (index into `bounds`) that still hold doubled quotes.
    private var escaped: [Int] = []

    /// - Parameter expectedFields: used to size the index; a guess is enough.
    init(separator: UInt8, expectedFields: Int, expectedRows: Int) {
        self.separator = separator
        self.ceiling = max(separator, Byte.quote)
        bounds.reserveCapacity(expectedFields)
        rows.reserveCapacity(expectedRows)
    }

    /// Where a field ended.
    private enum FieldEnd {
        case separator, lineFeed, carriageReturn, endOfBuffer
    }

    /// Scans as many whole rows as the buffer holds, then unquotes them in place.
    ///
    /// - Parameters:
    ///   - isLast: no bytes will follow, so the last row needs no line end.
    ///   - line: the line of the first row; left at the line after the last whole row.
    /// - Returns: the number of bytes used by whole rows.
    mutating func scan(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, isLast: Bool, line: inout Int
    ) throws(DocumentError) -> Int {
        let buffer = UnsafeMutableBufferPointer(rebasing: buffer[...])
        var position = 0
        while position < buffer.count {
            guard let next = try scanRow(buffer, from: position, isLast: isLast, line: &line) else { break }
            position = next
        }
        markInvalidText(buffer, used: position)
        for field in escaped { unescape(buffer, field: field) }
        escaped.removeAll(keepingCapacity: true)
        return position
    }

    /// One row from `start`: the position after it, or `nil` (and nothing recorded) when the buffer ends too soon.
    private mutating func scanRow(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, from start: Int, isLast: Bool, line: inout Int
    ) throws(DocumentError) -> Int? {
        let firstField = bounds.count
        let firstEscaped = escaped.count
        var position = start
        var rowLine = line
        var fault: CSVRow.Fault?
        var isQuoted = false
        while true {
            if position < buffer.count, buffer[position] == Byte.quote {
                isQuoted = true
                guard scanQuoted(buffer, &position, &rowLine, &fault) else {
                    if isLast { throw DocumentError(.unterminatedQuote, line: line) }
                    return forget(firstField, firstEscaped)
                }
            } else {
                let fieldStart = position
                skipPlain(buffer, &position)
                bounds.append(UInt64(fieldStart) << 32 | UInt64(position))
            }
            switch fieldEnd(buffer, position) {
            case .separator:
                position += 1
                continue
            case .lineFeed:
                position += 1
            case .carriageReturn:
                guard position + 1 < buffer.count || isLast else { return forget(firstField, firstEscaped) }
                let isPair = position + 1 < buffer.count && buffer[position + 1] == Byte.lineFeed
                position += isPair ? 2 : 1
            case .endOfBuffer:
                guard isLast else { return forget(firstField, firstEscaped) }
            }
            break
        }
        if bounds.count == firstField + 1, !isQuoted, bounds[firstField] >> 32 == bounds[firstField] & 0xFFFF_FFFF {
            bounds.removeLast()  // a blank line is no row
        } else {
            let count = UInt32(bounds.count - firstField)
            rows.append(.init(first: UInt32(firstField), count: count, start: UInt32(start), line: line, fault: fault))
        }
        line = rowLine + 1
        return position
    }

    @inline(__always)
    private func skipPlain(_ buffer: UnsafeMutableBufferPointer<UInt8>, _ position: inout Int) {
        var at = position
        let end = buffer.count
        while at < end {
            let byte = buffer[at]
            if byte <= ceiling, byte == separator || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
            at &+= 1
        }
        position = at
    }

    @inline(__always)
    private func fieldEnd(_ buffer: UnsafeMutableBufferPointer<UInt8>, _ position: Int) -> FieldEnd {
        guard position < buffer.count else { return .endOfBuffer }
        let byte = buffer[position]
        if byte == separator { return .separator }
        return byte == Byte.lineFeed ? .lineFeed : .carriageReturn
    }

    /// Takes back what an incomplete row recorded: it is scanned again when more bytes are there.
    private mutating func forget(_ firstField: Int, _ firstEscaped: Int) -> Int? {
        bounds.removeSubrange(firstField...)
        escaped.removeSubrange(firstEscaped...)
        return nil
    }

    /// A quoted field from its opening quote; `false` when the buffer ends before the closing quote.
    private mutating func scanQuoted(
        _ buffer: UnsafeMutableBufferPointer<UInt8>, _ position: inout Int, _ line: inout Int,
        _ fault: inout CSVRow.Fault?
    ) -> Bool {
        let start = position + 1
        var at = start
        var needsUnescaping = false
        while true {
            guard at < buffer.count else { return false }
            let byte = buffer[at]
            if byte > Byte.quote {
                at &+= 1
                continue
            }
            if byte == Byte.quote {
                guard at + 1 < buffer.count, buffer[at + 1] == Byte.quote else { break }
                needsUnescaping = true
                at += 1
            } else if byte == Byte.lineFeed {
                line += 1
            } else if byte == Byte.carriageReturn, at + 1 < buffer.count, buffer[at + 1] != Byte.lineFeed {
                line += 1
            }
            at += 1
        }
        position = at + 1
        let closing = at
        skipPlain(buffer, &position)
        if position > closing + 1 {
            fault = .textAfterQuote
            needsUnescaping = true
        }
        if needsUnescaping { escaped.append(bounds.count) }
        bounds.append(UInt64(start) << 32 | UInt64(needsUnescaping ? position : closing))
        return true
    }

    /// Makes `""` one quote and drops the closing quote, moving the field's bytes to the left.
    private mutating func unescape(_ buffer: UnsafeMutableBufferPointer<UInt8>, field: Int) {
        let start = Int(bounds[field] >> 32)
        let end = Int(bounds[field] & 0xFFFF_FFFF)
        var isInside = true
        var from = start
        var to = start
        while from < end {
            let byte = buffer[from]
            if isInside, byte == Byte.quote {
                if from + 1 < end, buffer[from + 1] == Byte.quote {
                    buffer[to] = Byte.quote
                    from += 2
                    to += 1
                } else {
                    isInside = false
                    from += 1
                }
                continue
            }
            buffer[to] = byte
            from += 1
            to += 1
        }
        bounds[field] = UInt64(start) << 32 | UInt64(to)
    }

    /// Marks rows whose bytes are not UTF-8. The whole stretch is checked first: that is the fast and usual case.
    private mutating func markInvalidText(_ buffer: UnsafeMutableBufferPointer<UInt8>, used: Int) {
        guard !Self.isUTF8(buffer, 0..<used) else { return }
        for index in rows.indices {
            let start = Int(rows[index].start)
            let end = index + 1 < rows.count ? Int(rows[index + 1].start) : used
            if !Self.isUTF8(buffer, start..<end) { rows[index].fault = .notUTF8 }
        }
    }

    private static func isUTF8(_ buffer: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let stretch = UnsafeBufferPointer(rebasing: buffer[range])
        let span = Span(_unsafeElements: stretch)
        return (try? UTF8Span(validating: span)) != nil
    }
}
