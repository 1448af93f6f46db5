import Dispatch
import Monitoring
import NIOCore
import Records
import Registry
import Storage
import Synchronization

extension PacketProjection {
    /// Packets read by the bindings of a moment.
    struct Preparation: PacketPreparation {
        /// The record of the last binding at that moment.
        let sequence: Int64
        let batch: Batch

        func holds(in connection: ReadConnection) throws -> Bool {
            try RecordStore.lastSequence(of: RegistryActions.deviceBound, in: connection) == sequence
        }

        func write(to connection: WriteConnection, from archive: Archive) throws {
            try PacketProjection.write(batch, to: connection, catalog: archive.catalog)
        }
    }

    /// Packets read apart from each other on one thread; fewer would cost more to hand over than to read.
    private static let leastChunk = 250

    /// Reads packets on as many threads as there are cores.
    ///
    /// - Returns: what they add up to in the order of the packets.
    static func read(_ packets: [LoggedPacket], bindings: DeviceBindings) -> Batch {
        let chunk = max(leastChunk, (packets.count + threads - 1) / threads)
        let starts = Array(stride(from: 0, to: packets.count, by: chunk))
        let batches = Mutex([Batch?](repeating: nil, count: starts.count))
        // Threads of Dispatch: those of Swift's own pool serve the pages meanwhile.
        DispatchQueue.concurrentPerform(iterations: starts.count) { index in
            var batch = Batch()
            for logged in packets[starts[index]..<min(starts[index] + chunk, packets.count)] {
                batch.add(logged, bindings: bindings)
            }
            batches.withLock { [batch] in $0[index] = batch }
        }
        var parts = batches.withLock { $0.compactMap { $0 } }[...]
        var whole = parts.popFirst() ?? Batch()
        for part in parts { whole.merge(part) }
        return whole
    }

    private static let threads = min(max(System.coreCount, 1), 8)
}
