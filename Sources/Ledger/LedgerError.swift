/// A fault in canonical bytes or in a record read from them.
public struct LedgerError: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Code: String, Sendable {
        /// An integer beyond ±(2^53 − 1): it belongs in a string.
        case integerOutOfRange
        /// Bytes that are not the canonical form of any value: wrong grammar, white space, unsorted or repeated keys.
        case notCanonical
        /// A record that lacks a field, or has one of the wrong kind.
        case malformedRecord
    }

    public let code: Code
    /// The offending value, field or byte offset.
    public let detail: String

    public init(_ code: Code, detail: String) {
        self.code = code
        self.detail = detail
    }
}
