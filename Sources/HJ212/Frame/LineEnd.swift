/// How a frame ends after its check value. The standard asks for CR LF.
public enum LineEnd: String, Sendable, Hashable, CaseIterable {
    case crlf = "CRLF"
    /// CR LF followed by more line ends.
    case crlfAndMore = "CRLF+extra"
    case lf = "LF"
    case cr = "CR"
    /// A backslash and `r`, a backslash and `n`, as four characters of text.
    case literal = "literal_backslash_rn"
    case none

    /// Whether a frame with this end is right: many senders leave the end out, and nothing is lost by that.
    var isAccepted: Bool { self == .crlf || self == .none }

    /// Reads the end of a record.
    /// - Returns: the kind, and the index where it begins.
    static func read(at record: ArraySlice<UInt8>) -> (LineEnd, Int) {
        if record.suffix(4).elementsEqual(#"\r\n"#.utf8) { return (.literal, record.endIndex - 4) }
        if record.suffix(2).elementsEqual([ASCII.carriageReturn, ASCII.lineFeed]) {
            let body = record.dropLast(2)
            let end = (body.lastIndex { !ASCII.isLineEnd($0) }).map { $0 + 1 } ?? body.startIndex
            return (end == body.endIndex ? .crlf : .crlfAndMore, end)
        }
        switch record.last {
        case ASCII.lineFeed: return (.lf, record.endIndex - 1)
        case ASCII.carriageReturn: return (.cr, record.endIndex - 1)
        default: return (.none, record.endIndex)
        }
    }
}
