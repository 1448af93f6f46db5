package import Ledger
package import Storage

/// What a backup says of itself (Docs/formats/backup.md), written last: without it a directory is no backup.
package struct BackupManifest: Hashable, Sendable {
    /// The file that holds it.
    package static let name = "manifest.json"
    /// Raised when what this version cannot restore is written.
    package static let version: Int64 = 1

    /// When it was begun, in milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64
    /// The number of the last record.
    package let sequence: Int64
    /// How many records the ledger's tree has.
    package let size: Int64
    /// The root over them, in base64.
    package let root: String
    package let suite: HashSuite
    /// The last checkpoint as it was signed; nil when none was.
    package let checkpoint: String?
    /// The address of the first packet, and the one behind the last.
    package let packetStart: PacketAddress
    package let packetEnd: PacketAddress
    /// By path.
    package let files: [CopiedFile]

    /// The bytes of all files.
    package var byteCount: Int64 { files.reduce(0) { $0 + $1.byteCount } }

    init(
        milliseconds: Int64, ledger: BackedUpLedger, packetStart: PacketAddress, packetEnd: PacketAddress,
        files: [CopiedFile]
    ) {
        self.milliseconds = milliseconds
        sequence = ledger.sequence
        size = ledger.size
        root = ledger.root
        suite = ledger.suite
        checkpoint = ledger.checkpoint
        self.packetStart = packetStart
        self.packetEnd = packetEnd
        self.files = files.sorted { $0.path < $1.path }
    }

    /// The canonical bytes with a line end.
    var bytes: [UInt8] {
        get throws {
            let files: [CanonicalValue] = files.map { file in
                ["bytes": .integer(file.byteCount), "path": .string(file.path), "sha256": .string(file.sha256)]
            }
            let value: CanonicalValue = [
                "checkpoint": checkpoint.map { .string($0) } ?? .null, "files": .array(files), "kind": "backup",
                "packets": ["end": .integer(packetEnd.rawValue), "start": .integer(packetStart.rawValue)],
                "root": .string(root), "sequence": .integer(sequence), "size": .integer(size),
                "suite": .string(suite.rawValue), "time": .integer(milliseconds), "version": .integer(Self.version),
            ]
            return try value.bytes() + [0x0A]
        }
    }

    /// Reads a manifest.
    ///
    /// - Throws: `BackupError` with `.malformedManifest` or `.laterFormat`.
    init(_ bytes: [UInt8]) throws(BackupError) {
        guard bytes.last == 0x0A, let value = try? CanonicalValue(canonical: Array(bytes.dropLast())),
            value["kind"]?.text == "backup"
        else { throw BackupError(.malformedManifest, detail: "JSON") }
        let version = try Self.number(value, "version")
        guard version == Self.version else { throw BackupError(.laterFormat, detail: String(version)) }
        guard let root = value["root"]?.text, let suite = value["suite"]?.text.flatMap(HashSuite.init(rawValue:)),
            let packets = value["packets"], let files = value["files"]?.elements
        else { throw BackupError(.malformedManifest, detail: "root, suite, packets, files") }
        milliseconds = try Self.number(value, "time")
        sequence = try Self.number(value, "sequence")
        size = try Self.number(value, "size")
        self.root = root
        self.suite = suite
        checkpoint = value["checkpoint"]?.text
        packetStart = PacketAddress(rawValue: try Self.number(packets, "start"))
        packetEnd = PacketAddress(rawValue: try Self.number(packets, "end"))
        var read: [CopiedFile] = []
        for file in files {
            guard let path = file["path"]?.text, let sha256 = file["sha256"]?.text, Self.isBelow(path) else {
                throw BackupError(.malformedManifest, detail: file["path"]?.text ?? "path")
            }
            read.append(CopiedFile(path: path, byteCount: try Self.number(file, "bytes"), sha256: sha256))
        }
        self.files = read
    }

    private static func number(_ value: CanonicalValue, _ key: String) throws(BackupError) -> Int64 {
        guard let number = value[key]?.integer else { throw BackupError(.malformedManifest, detail: key) }
        return number
    }

    /// Whether a path leads nowhere but into the directory: the manifest is not ours to trust.
    private static func isBelow(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !path.contains("\0") && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }
}
