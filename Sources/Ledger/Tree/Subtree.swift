/// A full subtree of the ledger's tree, by its place: it covers the 2^level leaves from index · 2^level on.
///
/// Its hash never changes once the last of these leaves is there, so it can be stored and looked up by this name.
public struct Subtree: Sendable, Hashable {
    /// Height above the leaves: 0 for a leaf itself.
    public let level: Int
    /// Position among the subtrees of that level, from 0.
    public let index: Int64

    public init(level: Int, index: Int64) {
        self.level = level
        self.index = index
    }

    /// The subtree of which this one is a half.
    var parent: Subtree { Subtree(level: level + 1, index: index >> 1) }

    /// The full subtrees, largest first, that make up a node of the tree over the leaves of `range`.
    ///
    /// In RFC 9162 a node over n leaves splits at the largest power of two below n; its left edge is therefore always a
    /// multiple of the largest power of two in n, and the parts follow from the binary digits of n.
    static func covering(_ range: Range<Int64>) -> [Subtree] {
        var parts: [Subtree] = []
        var start = range.lowerBound
        var left = range.upperBound - range.lowerBound
        while left > 0 {
            let level = Int64.bitWidth - 1 - left.leadingZeroBitCount
            assert(start & (1 << level - 1) == 0, "not a node of the tree")
            parts.append(Subtree(level: level, index: start >> level))
            start += 1 << level
            left -= 1 << level
        }
        return parts
    }
}
