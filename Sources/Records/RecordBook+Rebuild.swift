import Ledger
import Storage

extension RecordBook {
    /// Drops every projection and makes it again from the records and the packet log, in one transaction.
    ///
    /// - Parameter progress: told the number of records and packets done so far.
    package func rebuild(
        progress: @escaping @Sendable (_ records: Int, _ packets: Int) -> Void = { _, _ in }
    ) async throws {
        try await database.write { [self] connection in
            try makeProjections(in: connection)
            var records = 0
            var sequence: Int64 = 0
            while true {
                // A page at a time: a statement must not stay open while the projections write.
                let page = try LedgerTable.records(after: sequence, limit: 500, in: connection.reading)
                guard let last = page.last else { break }
                for record in page {
                    for projection in projections { try projection.apply(record, to: connection, from: archive) }
                }
                records += page.count
                sequence = last.sequence
                progress(records, 0)
            }
            try replayPackets(in: connection) { progress(records, $0) }
        }
    }

    private func replayPackets(in connection: WriteConnection, progress: (Int) -> Void) throws {
        let end = try LedgerTable.packetCursor(in: connection.reading) ?? archive.packets.start
        var position = archive.packets.start
        var count = 0
        while position < end {
            let packets = try readPackets(from: position, limit: PacketPace.greatest).filter { $0.address < end }
            guard let last = packets.last else { break }
            for projection in projections { try projection.apply(packets, to: connection, from: archive) }
            position = archive.packets.address(after: last)
            count += packets.count
            progress(count)
        }
    }

    /// Makes the tables on first use and refuses tables of another shape.
    func prepareProjections() async throws {
        try await database.write { [self] connection in
            let wanted = schemaText
            let stored = try LedgerTable.projectionSchema(in: connection.reading)
            if stored == wanted { return }
            let isEmpty =
                try LedgerTable.lastSequence(in: connection.reading) == 0
                && LedgerTable.packetCursor(in: connection.reading) == nil
            guard isEmpty else { throw RecordsError(.staleProjection, detail: "") }
            try makeProjections(in: connection)
        }
    }

    private func makeProjections(in connection: WriteConnection) throws {
        try connection.define(try LedgerTable.projectionDrops(in: connection.reading))
        let definitions = projections.flatMap(\.definitions)
        try connection.define(definitions.map(\.createStatement))
        try LedgerTable.rememberProjections(schema: schemaText, definitions: definitions, in: connection)
    }

    private var schemaText: String {
        projections.map { projection in
            "\(projection.name) \(projection.version)\n"
                + projection.definitions.map(\.createStatement).joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
