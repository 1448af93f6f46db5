/// The name of a key on a note: who signs, as a URL without a scheme, such as `example.com/ledger`.
public struct KeyName: Sendable, Hashable, CustomStringConvertible {
    /// The UTF-8 bytes: two names are one only when all bytes are equal.
    public let bytes: [UInt8]

    public var description: String { String(decoding: bytes, as: UTF8.self) }

    /// - Throws: `LedgerError` with `.malformedKeyName` for a name that is empty or contains a space of any kind, a plus
    ///   sign or a control character.
    public init(_ text: some StringProtocol) throws(LedgerError) {
        let isFit = text.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace && $0.value >= 0x20 && $0 != "+"
        }
        guard !text.isEmpty, isFit else { throw LedgerError(.malformedKeyName, detail: String(text)) }
        bytes = Array(text.utf8)
    }
}
