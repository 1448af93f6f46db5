/// A stream of bytes: each call gives the next piece, `nil` at the end. An empty piece is not the end.
///
/// The room does no reading of its own: whoever has the file or socket hands in the closure.
package struct ChunkSource {
    private let pull: () throws -> [UInt8]?

    /// A stream that asks `pull` for each piece; it is not asked again after it gave `nil`.
    package init(_ pull: @escaping () throws -> [UInt8]?) {
        self.pull = pull
    }

    /// A stream over bytes already in memory, in pieces of at most `chunkBytes`.
    package init(_ bytes: [UInt8], chunkBytes: Int = 262_144) {
        var position = 0
        let step = max(1, chunkBytes)
        self.pull = {
            guard position < bytes.count else { return nil }
            let end = min(position + step, bytes.count)
            defer { position = end }
            return Array(bytes[position..<end])
        }
    }

    /// The next piece, or `nil` at the end.
    package func next() throws -> [UInt8]? { try pull() }

    /// All that is left, in one array of at most `limit` bytes.
    ///
    /// - Throws: `DocumentError.expandsTooFar`, or what the source throws.
    package func readAll(limit: Int) throws -> [UInt8] {
        var all: [UInt8] = []
        while let piece = try next() {
            guard all.count + piece.count <= limit else { throw DocumentError(.expandsTooFar, limit: limit) }
            all.append(contentsOf: piece)
        }
        return all
    }
}
