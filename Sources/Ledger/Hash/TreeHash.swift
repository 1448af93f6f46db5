/// The 32 bytes of a leaf, node or root of a tree: what SHA-256 and SM3 both give.
public struct TreeHash: Sendable, Hashable, BitwiseCopyable {
    /// Bytes of a hash.
    public static let byteCount = 32

    // Words and not an array: a tree of millions of leaves would allocate as many.
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Takes the hash from 32 bytes; nil for any other number.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        let array = Array(bytes)
        self = array.withUnsafeBytes { TreeHash(raw: $0) }
    }

    /// Takes the hash from the first 32 bytes at `raw`; the caller sees to it that they are there.
    init(raw: UnsafeRawBufferPointer) {
        words = (
            raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
            raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
            raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
            raw.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
        )
    }

    /// Reads the standard base64 of 32 bytes; nil for anything else.
    public init?(base64 text: some StringProtocol) {
        guard let bytes = Base64.bytes(text) else { return nil }
        self.init(bytes)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

    /// The bytes in standard base64: 44 characters.
    public var base64: String { Base64.text(bytes) }

    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        Swift.withUnsafeBytes(of: words, body)
    }

    public static func == (left: TreeHash, right: TreeHash) -> Bool { left.words == right.words }

    public func hash(into hasher: inout Hasher) { withUnsafeBytes { hasher.combine(bytes: $0) } }
}
