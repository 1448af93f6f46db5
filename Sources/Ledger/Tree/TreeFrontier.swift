/// The state of a growing tree: how many leaves it has, and the hashes of its largest full subtrees.
///
/// That is all that appending and the root need; everything older can lie in a table. For n leaves it holds as many hashes
/// as n has binary digits that are 1, at most 63.
public struct TreeFrontier: Sendable {
    public let hasher: TreeHasher
    /// Leaves so far.
    public private(set) var size: Int64 = 0
    /// The full subtrees over all leaves, largest first.
    private var peaks: [TreeHash] = []

    /// The tree without leaves.
    public init(_ hasher: TreeHasher) { self.hasher = hasher }

    /// Appends a leaf by its hash and names every subtree that it completes, itself first, with its hash.
    /// - Complexity: O(log n) at worst, two hashes on average, the leaf's own included.
    public mutating func append(_ leaf: TreeHash, completing: (Subtree, TreeHash) -> Void) {
        var subtree = Subtree(level: 0, index: size)
        var hash = leaf
        completing(subtree, hash)
        // As in counting: every 1 at the end of the size carries, and a carry is a completed subtree.
        while subtree.index & 1 == 1 {
            hash = hasher.node(peaks.removeLast(), hash)
            subtree = subtree.parent
            completing(subtree, hash)
        }
        peaks.append(hash)
        size += 1
        checkInvariants()
    }

    /// Appends a leaf by its hash.
    public mutating func append(_ leaf: TreeHash) { append(leaf) { _, _ in } }

    /// The root over all leaves so far (RFC 9162 §2.1.1).
    /// - Complexity: O(log n).
    public var root: TreeHash { hasher.root(of: peaks) }

    private func checkInvariants() {
        assert(peaks.count == size.nonzeroBitCount, "one hash for each 1 among the binary digits of the size")
    }
}

extension TreeFrontier {
    private static let version: UInt8 = 1
    private static let headBytes = 10

    /// The state as bytes (Docs/formats/tree.md): version, suite, size, hashes.
    public var bytes: [UInt8] {
        var output = [Self.version, hasher.suite.code]
        output.append(bigEndian: UInt64(size))
        for peak in peaks { output += peak.bytes }
        return output
    }

    /// Takes up a stored state.
    ///
    /// - Throws: `LedgerError` with `.malformedFrontier` and what does not fit; `.suiteUnavailable`.
    public init(stored bytes: [UInt8]) throws(LedgerError) {
        guard bytes.count >= Self.headBytes, bytes[0] == Self.version else {
            throw LedgerError(.malformedFrontier, detail: "version")
        }
        guard let suite = HashSuite(code: bytes[1]) else { throw LedgerError(.malformedFrontier, detail: "suite") }
        guard let size = Int64(exactly: UInt64(bigEndian: bytes[2..<Self.headBytes])) else {
            throw LedgerError(.malformedFrontier, detail: "size")
        }
        let hashes = bytes.dropFirst(Self.headBytes)
        guard hashes.count == size.nonzeroBitCount * TreeHash.byteCount else {
            throw LedgerError(.malformedFrontier, detail: "hashes")
        }
        self.init(try TreeHasher(suite))
        self.size = size
        peaks = stride(from: hashes.startIndex, to: hashes.endIndex, by: TreeHash.byteCount).compactMap {
            TreeHash(hashes[$0..<$0 + TreeHash.byteCount])
        }
        checkInvariants()
    }
}

extension TreeHasher {
    /// The hash of a node from its full subtrees, largest first; the empty root when there is none.
    func root(of peaks: some BidirectionalCollection<TreeHash>) -> TreeHash {
        guard var root = peaks.last else { return empty }
        for peak in peaks.dropLast().reversed() { root = node(peak, root) }
        return root
    }
}

extension [UInt8] {
    /// Appends the eight bytes of a number, most significant first.
    mutating func append(bigEndian number: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) { append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
    }
}

extension UInt64 {
    /// The number whose bytes, most significant first, are given; at most eight.
    init(bigEndian bytes: some Sequence<UInt8>) { self = bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}
