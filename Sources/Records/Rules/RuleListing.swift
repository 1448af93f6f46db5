import Catalog
import Ledger
import Storage

/// The rule files of a catalog by path, each with the hash of its bytes (Docs/formats/rules.md).
struct RuleListing: Hashable, Sendable {
    private static let kind = "rule-listing"
    private static let bundledFolder = "catalog/"
    private static let overlayFolder = "overlay/"

    /// By path, from the layer on: `catalog/standards/GB3095-2026.yaml`, `overlay/…`.
    let files: [String: AttachmentID]

    init(_ catalog: RuleCatalog) {
        files = Dictionary(
            catalog.sourceFiles.map { (Self.path(of: $0), AttachmentID(of: Array($0.text.utf8))) },
            uniquingKeysWith: { $1 })
    }

    /// Reads an attachment.
    ///
    /// - Throws: `LedgerError`, `RecordsError` with `.invalid`.
    init(canonical bytes: [UInt8]) throws {
        let value = try CanonicalValue(canonical: bytes)
        guard value["kind"]?.text == Self.kind, let members = value["files"]?.members else {
            throw RecordsError(.invalid, field: "files", detail: value["kind"]?.text ?? "")
        }
        files = members.compactMapValues { $0.text.map(AttachmentID.init(rawValue:)) }
    }

    /// The attachment's bytes.
    var bytes: [UInt8] {
        get throws {
            try CanonicalValue.object([
                "kind": .string(Self.kind), "version": 1, "files": .object(files.mapValues { .string($0.rawValue) }),
            ]).bytes()
        }
    }

    /// The root of the tree whose leaves are the files in the order of their paths' bytes.
    func root(with hasher: TreeHasher) throws -> TreeHash {
        var tree = MerkleTree(hasher)
        for (path, id) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            let leaf: CanonicalValue = ["path": .string(path), "sha256": .string(id.rawValue)]
            tree.append(hasher.leaf(try leaf.bytes()))
        }
        return tree.root
    }

    /// The paths that are new, gone or of other content, in order.
    func changes(since earlier: RuleListing) -> [String] {
        Set(files.keys).union(earlier.files.keys).filter { files[$0] != earlier.files[$0] }.sorted()
    }

    /// The files themselves.
    ///
    /// - Throws: `StorageError` with `.damagedAttachment`.
    func sourceFiles(from attachments: AttachmentStore) throws -> [RuleSourceFile] {
        try files.sorted { $0.key < $1.key }.map { path, id in
            let isOverlay = path.hasPrefix(Self.overlayFolder)
            let folder = isOverlay ? Self.overlayFolder : Self.bundledFolder
            return RuleSourceFile(
                path: String(path.dropFirst(folder.count)), isOverlay: isOverlay,
                text: String(decoding: try attachments.bytes(of: id), as: UTF8.self))
        }
    }

    static func path(of file: RuleSourceFile) -> String {
        (file.isOverlay ? overlayFolder : bundledFolder) + file.path
    }
}
