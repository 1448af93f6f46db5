package import Ledger
import Storage

/// A checkpoint as it is kept.
package struct StoredCheckpoint: Sendable {
    /// When it was signed by our clock, in milliseconds since 1970-01-01T00:00:00Z; not part of what is signed.
    package let milliseconds: Int64
    package let signed: SignedCheckpoint

    init(_ row: SQLRow) throws {
        milliseconds = try row.integer("time")
        signed = try SignedCheckpoint(try row.bytes("note"))
    }
}
