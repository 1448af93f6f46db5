/// Why a packet could not be written.
public struct PacketWriterError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Code: Sendable, Hashable {
        /// A name or value holds `;`, `,`, `&`, a control character in a name `=`, or the start of another packet.
        case forbiddenCharacter
        /// The data segment is longer than `Limits.writableSegmentBytes`.
        case segmentTooLong
        /// The content is ciphered and no key fits, so that its length and check value cannot be said.
        case ciphered
        /// The library offers no SM4.
        case noCipher
    }

    /// What is wrong.
    public let code: Code
    /// The name of the field, empty when it is about the whole packet. Values are not given: they can be secrets.
    public let field: String
    /// Bytes of the value or of the segment.
    public let byteCount: Int
}
