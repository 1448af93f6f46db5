import Documents
package import Ledger

/// The tree over the lines of an imported file, so that one row can be shown without the others (Docs/formats/imports.md).
///
/// Leaf n is line n + 1 of the file after decompression, without its line feed; what follows the last line feed is a line
/// unless it is empty.
package enum LineTree {
    /// A gzip file of published data expands about ten-fold; more than this is no data of ours, in bytes.
    package static let greatestExpandedBytes = 4 << 30

    /// - Throws: `DocumentError` when the file cannot be decompressed.
    package static func make(of bytes: [UInt8], with hasher: TreeHasher) throws -> MerkleTree {
        try make(of: bytes, keeping: [], with: hasher).tree
    }

    /// The tree, and the lines at some of its leaves.
    package static func make(
        of bytes: [UInt8], keeping wanted: Set<Int64>, with hasher: TreeHasher
    ) throws -> (tree: MerkleTree, lines: [Int64: [UInt8]]) {
        var tree = MerkleTree(hasher)
        var lines: [Int64: [UInt8]] = [:]
        func add(_ line: [UInt8]) {
            if wanted.contains(tree.size) { lines[tree.size] = line }
            tree.append(hasher.leaf(line))
        }
        let expanded = GzipReader(ChunkSource(bytes), limit: greatestExpandedBytes).expanded
        var line: [UInt8] = []
        while let chunk = try expanded.next() {
            var rest = chunk[...]
            while let end = rest.firstIndex(of: 0x0A) {
                line += rest[..<end]
                add(line)
                line.removeAll(keepingCapacity: true)
                rest = rest[(end + 1)...]
            }
            line += rest
        }
        if !line.isEmpty { add(line) }
        return (tree, lines)
    }
}
