import Documents

/// A line of a table under its head, to look one field up.
struct RawLine {
    private let names: [String]
    private let fields: [String]

    init(_ line: [UInt8], head: [UInt8]) {
        func strings(_ bytes: [UInt8]) -> [String] {
            var reader = CSVReader(bytes)
            return ((try? reader.next()) ?? nil)?.strings ?? []
        }
        names = strings(head)
        fields = strings(line)
    }

    /// Whether a column of the name holds the text.
    func says(_ text: String, under name: String) -> Bool {
        zip(names, fields).contains { $0 == name && $1 == text }
    }

    /// Whether a packet holds `name=text` between delimiters of HJ 212.
    static func packet(_ bytes: [UInt8], says text: String, under name: String) -> Bool {
        let wanted = Array("\(name)=\(text)".utf8)
        let delimiters = Set(";,&=".utf8)
        guard let first = wanted.first, bytes.count >= wanted.count else { return false }
        for start in bytes.indices.dropLast(wanted.count - 1)
        where bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted) {
            let end = start + wanted.count
            let begins = start > 0 && delimiters.contains(bytes[start - 1])
            if begins, end == bytes.count || delimiters.contains(bytes[end]) { return true }
        }
        return false
    }
}
