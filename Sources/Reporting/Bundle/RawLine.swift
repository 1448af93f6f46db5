import Documents

/// Looks a value up in raw bytes.
enum RawLine {
    /// The fields of a line of a file; none where it cannot be read.
    static func fields(of line: [UInt8]) -> [String] {
        ((try? CSVReader.row(of: line)) ?? nil)?.strings ?? []
    }

    /// Whether a line holds the text in a column of the name.
    static func row(_ line: [UInt8], says text: String, under name: String, of columns: [String]) -> Bool {
        zip(columns, fields(of: line)).contains { $0 == name && $1 == text }
    }

    /// Whether a packet holds `name=text` between delimiters of HJ 212.
    static func packet(_ bytes: [UInt8], says text: String, under name: String) -> Bool {
        let wanted = Array("\(name)=\(text)".utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            guard bytes.count > wanted.count else { return false }
            // What stands at the very beginning has no delimiter before it.
            return (1...(bytes.count - wanted.count)).contains { start in
                guard isDelimiter(bytes[start - 1]) else { return false }
                let end = start + wanted.count
                return (end == bytes.count || isDelimiter(bytes[end])) && bytes[start..<end].elementsEqual(wanted)
            }
        }
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: "="): true
        default: false
        }
    }
}
