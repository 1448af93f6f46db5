package import Ledger
package import Storage

/// Tables derived from records and packets alone: they can be dropped and made again, giving identical rows.
///
/// Conforming types stand in files called `…Projection.swift`, the only place for SQL that writes.
package protocol Projection: Sendable {
    /// The name under which the shape of its tables is remembered.
    var name: String { get }
    /// Raised when the same records must give other rows than before.
    var version: Int { get }
    /// Its tables, indexes and documented views, in the order in which they are made.
    var definitions: [Definition] { get }

    /// Brings the tables up to date with one more record.
    func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws

    /// Brings the tables up to date with more packets, in the order of their addresses.
    func apply(_ packets: [LoggedPacket], to connection: WriteConnection, from archive: Archive) throws

    /// Makes again what rests on rules of the catalog, when these are others than before. What comes of it must be equal to
    /// what the same records and packets give under the new rules from the start.
    func rulesChanged(in connection: WriteConnection, from archive: Archive) throws

    /// Makes of packets what can be made of them before the transaction that writes, or nil to read them in it. What comes
    /// of it must be equal to what `apply` does.
    ///
    /// - Parameter connection: sees what is on disk, or an earlier state of it.
    func prepare(
        _ packets: [LoggedPacket], in connection: ReadConnection, from archive: Archive
    ) throws -> (any PacketPreparation)?
}

extension Projection {
    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {}
    package func apply(_ packets: [LoggedPacket], to connection: WriteConnection, from archive: Archive) throws {}
    package func rulesChanged(in connection: WriteConnection, from archive: Archive) throws {}
    package func prepare(
        _ packets: [LoggedPacket], in connection: ReadConnection, from archive: Archive
    ) throws -> (any PacketPreparation)? { nil }
}
