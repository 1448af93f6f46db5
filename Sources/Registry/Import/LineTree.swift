import Documents
package import Ledger
package import Records

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

    /// The proof of some lines of a file with its head, which names the columns.
    ///
    /// - Parameters:
    ///   - lines: their numbers, the head being 1.
    ///   - record: the record that brought the file.
    package static func prove(
        _ lines: Set<Int64>, of bytes: [UInt8], broughtBy record: Int64, with hasher: TreeHasher
    ) throws -> ProvedLeaves {
        let wanted = lines.union([1]).sorted()
        let indices = wanted.map { $0 - 1 }
        let (tree, leaves) = try make(of: bytes, keeping: Set(indices), with: hasher)
        return ProvedLeaves(
            kind: .file, record: record, proof: try tree.subset(of: indices, in: tree.size, with: hasher),
            evidence: wanted.map { lines.contains($0) ? .importRow(batch: record, line: $0) : nil },
            leaves: indices.map { leaves[$0] ?? [] })
    }

    /// The lines that evidence names, by the record that brought their file.
    package static func lines(in evidence: Set<InputTrace.Evidence>) -> [(record: Int64, lines: Set<Int64>)] {
        var lines: [Int64: Set<Int64>] = [:]
        for case .importRow(let record, let line) in evidence { lines[record, default: []].insert(line) }
        return lines.sorted { $0.key < $1.key }.map { (record: $0.key, lines: $0.value) }
    }
}
