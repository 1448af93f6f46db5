import Crypto

/// Hashes leaves and nodes as RFC 9162 §2.1.1 does: one byte in front keeps a leaf from being taken for a node.
public struct TreeHasher: Sendable {
    private static let leafPrefix: UInt8 = 0x00
    private static let nodePrefix: UInt8 = 0x01

    /// The hash function.
    public let suite: HashSuite
    /// There for the suite SM3 only.
    private let sm3: SM3?

    /// - Throws: `LedgerError` with `.suiteUnavailable` where the library at hand has no such function.
    public init(_ suite: HashSuite) throws(LedgerError) {
        self.suite = suite
        sm3 = suite == .sm3 ? try SM3() : nil
    }

    /// The root of the tree without leaves: the hash of nothing.
    public var empty: TreeHash { hash(nil, UnsafeRawBufferPointer(start: nil, count: 0)) }

    /// The plain hash of bytes, without a prefix.
    public func plain(_ bytes: [UInt8]) -> TreeHash { bytes.withUnsafeBytes { hash(nil, $0) } }

    /// The hash of a leaf: H(0x00 ‖ bytes).
    public func leaf(_ bytes: [UInt8]) -> TreeHash { bytes.withUnsafeBytes { leaf($0) } }

    /// The hash of a leaf: H(0x00 ‖ bytes).
    public func leaf(_ bytes: UnsafeRawBufferPointer) -> TreeHash { hash(Self.leafPrefix, bytes) }

    /// The hash of a node: H(0x01 ‖ left ‖ right).
    public func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        withUnsafeBytes(of: (left, right)) { hash(Self.nodePrefix, $0) }
    }

    private func hash(_ prefix: UInt8?, _ bytes: UnsafeRawBufferPointer) -> TreeHash {
        if let sm3 { return sm3.hash(prefix, bytes) }
        var function = SHA256()
        if let prefix { withUnsafeBytes(of: prefix) { function.update(bufferPointer: $0) } }
        function.update(bufferPointer: bytes)
        return Self.treeHash(function.finalize())
    }

    private static func treeHash(_ digest: SHA256.Digest) -> TreeHash { digest.withUnsafeBytes { TreeHash(raw: $0) } }
}
