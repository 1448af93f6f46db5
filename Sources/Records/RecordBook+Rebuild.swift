import Ledger
import Storage

extension RecordBook {
    /// Records and packets as this book makes tables of them.
    var replay: Replay { Replay(projections: projections, archive: archive) }

    /// Drops every projection and makes it again from the records and the packet log, in one transaction.
    ///
    /// - Parameter progress: told the number of records and packets done so far.
    package func rebuild(
        progress: @escaping @Sendable (_ records: Int, _ packets: Int) -> Void = { _, _ in }
    ) async throws {
        let replay = replay
        try await database.write { [self] connection in
            try replay.makeTables(in: connection)
            var records = 0
            var sequence: Int64 = 0
            while true {
                let page = try LedgerTable.records(
                    after: sequence, limit: Replay.recordsAtOnce, in: connection.reading)
                guard let last = page.last else { break }
                for record in page { try replay.apply(record, to: connection) }
                records += page.count
                sequence = last.sequence
                progress(records, 0)
            }
            let end = try LedgerTable.packetCursor(in: connection.reading) ?? archive.packets.start
            var position = archive.packets.start
            var packets = 0
            while let done = try replay.applyPackets(from: position, before: end, to: connection) {
                position = done.next
                packets += done.count
                progress(records, packets)
            }
        }
    }

    /// Refuses a store whose tables this version would first bring into another shape.
    func demandShape(_ migrations: [Migration]) async throws {
        let replay = replay
        try await database.read { connection in
            let applied = Set(try connection.rows("SELECT id FROM migration") { try $0.text("id") })
            guard applied.isSuperset(of: migrations.map(\.id)),
                try LedgerTable.projectionSchema(in: connection) == replay.schema
            else { throw RecordsError(.staleProjection, detail: "") }
        }
    }

    /// Makes the tables on first use and refuses tables of another shape.
    func prepareProjections() async throws {
        let replay = replay
        try await database.write { connection in
            let stored = try LedgerTable.projectionSchema(in: connection.reading)
            if stored == replay.schema { return }
            let isEmpty =
                try LedgerTable.lastSequence(in: connection.reading) == 0
                && LedgerTable.packetCursor(in: connection.reading) == nil
            guard isEmpty else { throw RecordsError(.staleProjection, detail: "") }
            try replay.makeTables(in: connection)
        }
    }
}
