/// Why a message cannot be made or sent.
public struct MessageError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The value is none the standard allows.
        case outOfRange
        /// The dialect of the device does not know the command; `value` is the dialect.
        case notInDialect
        /// A text would break the grammar, or the packet does not fit its length field.
        case notWritable
        /// The device expects the command ciphered and no key is known.
        case noKey
    }

    /// What is wrong.
    public let code: Code
    /// The parameter, or the command.
    public let field: String
    /// The value; empty for secrets.
    public let value: String

    /// An error.
    public init(code: Code, field: String, value: String) {
        self.code = code
        self.field = field
        self.value = value
    }
}
