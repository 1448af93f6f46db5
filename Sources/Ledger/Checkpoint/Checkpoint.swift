/// The head of a log at a moment, as C2SP `tlog-checkpoint` writes it: which log, how many leaves, which root.
public struct Checkpoint: Sendable, Hashable {
    /// Which log this is; a URL without a scheme, such as `example.com/ledger`.
    public let origin: String
    /// Leaves of the tree.
    public let size: Int64
    /// Its root.
    public let root: TreeHash
    /// Further lines, which the specification advises against; read and signed, never interpreted.
    public let extensions: [String]

    /// - Throws: `LedgerError` with `.malformedCheckpoint` and the number of the line that could not be written.
    public init(origin: String, size: Int64, root: TreeHash, extensions: [String] = []) throws(LedgerError) {
        for (index, line) in ([origin, String(size), root.base64] + extensions).enumerated() {
            let isLine = !line.isEmpty && line.utf8.allSatisfy { $0 >= 0x20 }
            guard isLine, size >= 0 else { throw LedgerError(.malformedCheckpoint, detail: String(index + 1)) }
        }
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a note.
    ///
    /// - Throws: `LedgerError` with `.malformedCheckpoint` and the number of the line that is wrong or missing.
    public init(text: [UInt8]) throws(LedgerError) {
        func fault(_ line: Int) -> LedgerError { LedgerError(.malformedCheckpoint, detail: String(line)) }
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        // A final newline leaves an empty piece behind the last line.
        guard lines.count >= 4, lines.last == "" else { throw fault(min(lines.count, 3)) }
        let digits = lines[1].utf8
        guard digits.allSatisfy({ (48...57).contains($0) }), digits.count == 1 || digits.first != 48,
            let size = Int64(lines[1])
        else { throw fault(2) }
        guard let root = TreeHash(base64: lines[2]) else { throw fault(3) }
        try self.init(origin: lines[0], size: size, root: root, extensions: Array(lines[3..<lines.count - 1]))
        guard self.text == text else { throw fault(1) }
    }

    /// The text of the note: each line with its end.
    public var text: [UInt8] {
        ([origin, String(size), root.base64] + extensions).flatMap { Array("\($0)\n".utf8) }
    }
}
