import Storage
import Synchronization

extension RecordBook {
    /// Packets read from the log and what the projections made of them.
    private struct PreparedPackets: Sendable {
        let start: PacketAddress
        let end: PacketAddress
        let packets: [LoggedPacket]
        /// By the place of the projection; nil where it reads packets in its transaction.
        let preparations: [(any PacketPreparation)?]
        /// Whether there were as many as may be: more are likely to wait.
        let isFull: Bool
    }

    /// How many packets go into one transaction: few at first, more while it stays short.
    struct PacketPace {
        /// Enough to share the cost of a transaction.
        static let least = 4_000
        /// Two such batches, one being read while the other is written, hold some sixty megabytes.
        static let greatest = 16_000
        /// A person's action waits as long as this at most, in the run of things.
        static let wanted = Duration.milliseconds(150)

        private(set) var packets = PacketPace.least

        mutating func note(_ elapsed: Duration, for count: Int) {
            if elapsed > Self.wanted {
                packets = max(Self.least, packets / 2)
            } else if count >= packets, elapsed < Self.wanted / 2 {
                packets = min(Self.greatest, packets * 2)
            }
        }
    }

    /// Batches written in a row before the caller is asked again whether to go on.
    private static let greatestRun = 16

    /// Projects the next packets that are on disk; where it stopped is remembered with what it wrote.
    ///
    /// While one batch is written the next is read, on threads of their own.
    ///
    /// - Parameter goesOn: asked before each batch but the first: false ends the run.
    /// - Returns: whether there was anything to project.
    package func projectPackets(while goesOn: @Sendable () -> Bool = { true }) async throws -> Bool {
        guard var batch = try await prepare(from: nil) else { return false }
        for run in 1... {
            let isOver = !batch.isFull || run >= Self.greatestRun || Task.isCancelled || !goesOn()
            let following = isOver ? nil : batch.end
            async let next = following == nil ? nil : prepare(from: following)
            guard try await write(batch), let prepared = try await next else { break }
            batch = prepared
        }
        return true
    }

    /// - Parameter address: nil for where the last transaction ended.
    private func prepare(from address: PacketAddress?) async throws -> PreparedPackets? {
        let limit = pace.withLock { $0.packets }
        return try await database.read { [self] connection in
            let start = try address ?? LedgerTable.packetCursor(in: connection) ?? archive.packets.start
            let packets = try archive.packets.page(from: start, limit: limit)
            guard let last = packets.last else { return nil }
            return PreparedPackets(
                start: start, end: archive.packets.address(after: last), packets: packets,
                preparations: try projections.map { try $0.prepare(packets, in: connection, from: archive) },
                isFull: packets.count == limit)
        }
    }

    /// - Returns: false when somebody else has moved the cursor since.
    private func write(_ batch: PreparedPackets) async throws -> Bool {
        try await database.write { [self] connection in
            guard try LedgerTable.packetCursor(in: connection.reading) ?? archive.packets.start == batch.start else {
                return false
            }
            let elapsed = try ContinuousClock().measure {
                for (projection, preparation) in zip(projections, batch.preparations) {
                    if let preparation, try preparation.holds(in: connection.reading) {
                        try preparation.write(to: connection, from: archive)
                    } else {
                        try projection.apply(batch.packets, to: connection, from: archive)
                    }
                }
                try LedgerTable.movePacketCursor(to: batch.end, in: connection)
            }
            pace.withLock { $0.note(elapsed, for: batch.packets.count) }
            return true
        }
    }
}
