/// Why ciphered content could not be read.
public struct DecipherError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// The content is not ciphered.
        case notCiphered
        /// It begins like ciphered content and is not of its form: whole blocks of `0xHH`, at most 15 characters behind.
        case malformed
        /// No key of the device is known.
        case noKey
        /// With no key of the ring the check value is right: another key, or bytes that were altered on the way. A request
        /// is answered with `RequestResult.wrongChecksum`, data are not answered.
        case wrongKey
        /// The library offers no SM4.
        case noCipher
    }

    /// What is wrong.
    public let code: Code
}
