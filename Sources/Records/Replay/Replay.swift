import Ledger
import Storage

/// Tables made of records and packets: the one idea behind `rebuild` and behind every state of the past.
struct Replay: Sendable {
    /// A page at a time: a statement must not stay open while the projections write.
    static let recordsAtOnce = 500
    static let packetsAtOnce = 16_000

    let projections: [any Projection]
    let archive: Archive

    /// The shape of the tables, remembered beside them.
    var schema: String {
        projections.map { projection in
            "\(projection.name) \(projection.version)\n"
                + projection.definitions.map(\.createStatement).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// Drops the tables that are there and makes empty ones.
    func makeTables(in connection: WriteConnection) throws {
        try connection.define(try LedgerTable.projectionDrops(in: connection.reading))
        let definitions = projections.flatMap(\.definitions)
        try connection.define(definitions.map(\.createStatement))
        try LedgerTable.rememberProjections(schema: schema, definitions: definitions, in: connection)
    }

    func apply(_ record: LedgerRecord, to connection: WriteConnection) throws {
        for projection in projections { try projection.apply(record, to: connection, from: archive) }
    }

    /// Applies the next packets of a stretch of addresses.
    ///
    /// - Returns: how many there were and where the next one begins; nil at the end of the stretch.
    func applyPackets(
        from start: PacketAddress, before end: PacketAddress, to connection: WriteConnection
    ) throws -> (count: Int, next: PacketAddress)? {
        guard start < end else { return nil }
        let packets = try archive.packets.page(from: start, limit: Self.packetsAtOnce).filter { $0.address < end }
        guard let last = packets.last else { return nil }
        for projection in projections { try projection.apply(packets, to: connection, from: archive) }
        return (packets.count, archive.packets.address(after: last))
    }

    /// Makes again what rests on rules that are others now.
    func followRules(in connection: WriteConnection) throws {
        for projection in projections { try projection.rulesChanged(in: connection, from: archive) }
    }
}

extension PacketLog {
    /// Packets from an address on, fewer at the end of what is on disk.
    func page(from start: PacketAddress, limit: Int) throws -> [LoggedPacket] {
        var packets = try read(from: start)
        while packets.count < limit, let last = packets.last {
            // A fault further on is met when it is the first thing to be read.
            guard let more = try? read(from: address(after: last)), !more.isEmpty else { break }
            packets += more
        }
        return Array(packets.prefix(limit))
    }
}
