import Ledger
import Storage

/// Where the ledger of a copied SQL file stands.
struct BackedUpLedger: Hashable, Sendable {
    let sequence: Int64
    let size: Int64
    let root: String
    let suite: HashSuite
    /// The last checkpoint as it was signed.
    let checkpoint: String?
    /// How far packets were read.
    let cursor: PacketAddress?

    /// - Parameter path: of a copied SQL file, which stays as it is.
    init(at path: String) async throws {
        let database = try Database(path: path, isReadOnly: true)
        self = try await database.read { try BackedUpLedger($0) }
        try await database.close()
    }

    private init(_ connection: ReadConnection) throws {
        let head = try LedgerStore.head(in: connection)
        sequence = try RecordStore.lastSequence(in: connection)
        size = head.size
        root = head.root.base64
        suite = head.hasher.suite
        checkpoint = try LedgerStore.checkpoint(in: connection).map {
            String(decoding: $0.signed.bytes, as: UTF8.self)
        }
        cursor = try RecordStore.packetCursor(in: connection)
    }
}
