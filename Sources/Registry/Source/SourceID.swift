/// The id of a source or of a batch of them: 128 random bits in the form of a UUID (RFC 9562, version 4).
package struct SourceID: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// A new one.
    package static func mint() -> SourceID {
        var generator = SystemRandomNumberGenerator()
        return SourceID(high: generator.next(), low: generator.next())
    }

    /// The one of given bits, with the marks of version and variant.
    init(high: UInt64, low: UInt64) {
        let marked = [high & 0xFFFF_FFFF_FFFF_0FFF | 0x4000, low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000]
        let digits = marked.map { half in
            let text = String(half, radix: 16)
            return String(repeating: "0", count: 16 - text.utf8.count) + text
        }.joined()
        var rest = Substring(digits)
        rawValue = [8, 4, 4, 4, 12].map { length in
            defer { rest = rest.dropFirst(length) }
            return String(rest.prefix(length))
        }.joined(separator: "-")
    }
}
