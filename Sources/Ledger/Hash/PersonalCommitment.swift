/// What stands in a record in the place of a fact about a person: a hash of the fact and a salt, which are kept beside the ledger
/// and can be erased without breaking a proof.
///
/// `Docs/formats/personal.md` says which bytes are hashed. Without the salt nobody can find the fact by trying values.
public struct PersonalCommitment: Hashable, Sendable {
    /// Bytes of a salt.
    public static let saltLength = 32

    private static let prefix = Array("qingheng-personal-v1".utf8)

    /// What stands in the record, base64.
    public let text: String

    /// - Parameters:
    ///   - field: the name of the field in the record's body.
    ///   - value: the fact.
    ///   - salt: `saltLength` random bytes.
    public init(to value: String, field: String, salt: [UInt8], with hasher: TreeHasher) {
        // The lengths keep one pair of field and value from being taken for another.
        let parts = [Self.prefix, salt, Array(field.utf8), Array(value.utf8)]
        text = hasher.plain(parts.flatMap { Self.length(of: $0) + $0 }).base64
    }

    /// Random bytes for one field.
    public static func salt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<saltLength).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Four bytes, the highest first.
    private static func length(of bytes: [UInt8]) -> [UInt8] {
        let count = UInt32(bytes.count)
        return [UInt8(count >> 24), UInt8(count >> 16 & 0xFF), UInt8(count >> 8 & 0xFF), UInt8(count & 0xFF)]
    }
}
