import Storage

/// What binds a scan to the printed revision it was made of: printed under the QR code and held by it.
package struct PaperCode: Hashable, Sendable {
    private static let length = 12
    private static let group = 4

    /// Lower-case hexadecimal digits of the SHA-256 of all that is printed.
    package let digest: String

    /// - Parameters:
    ///   - values: all of them, also facts about people.
    ///   - number: as printed; nil for papers without.
    init(paper: PaperID, revision: Int, number: String?, day: String?, values: [String: PaperValue]) {
        var lines = [paper.rawValue, String(revision), number ?? "", day ?? ""]
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { lines.append("\(name)=\(value.canonicalText)") }
        let bytes = Array(lines.joined(separator: "\u{1F}").utf8)
        digest = String(AttachmentID(of: bytes).rawValue.prefix(Self.length))
    }

    /// As people read and type it: `3f2a-90bc-11d4`.
    package var text: String {
        var parts: [Substring] = []
        var rest = digest[...]
        while !rest.isEmpty {
            parts.append(rest.prefix(Self.group))
            rest = rest.dropFirst(Self.group)
        }
        return parts.joined(separator: "-")
    }

    /// What the QR code holds.
    package func content(of paper: PaperID, revision: Int) -> String { "QH-P:\(paper.rawValue):\(revision):\(digest)" }

    /// Whether what was typed or read from a QR code is this one.
    package func matches(_ typed: String) -> Bool {
        let last = typed.split(separator: ":").last.map(String.init) ?? typed
        let digits = last.lowercased().filter { $0.isHexDigit }
        return digits == digest
    }
}
