import Monitoring
import Records
import Registry
import Storage

extension PacketProjection {
    /// Packets read by the bindings of a moment.
    struct Preparation: PacketPreparation {
        /// The record of the last binding at that moment.
        let sequence: Int64
        /// The record of the last key by which packets are read.
        let keySequence: Int64
        let batch: Batch

        func holds(in connection: ReadConnection) throws -> Bool {
            try RecordStore.lastSequence(of: RegistryActions.deviceBound, in: connection) == sequence
                && RecordStore.lastSequence(of: KeyActions.known, in: connection) == keySequence
        }

        func write(to connection: WriteConnection, from archive: Archive) throws {
            try PacketProjection.write(batch, to: connection, catalog: archive.catalog)
        }
    }

    /// Reads packets on as many threads as there are cores.
    ///
    /// - Returns: what they add up to in the order of the packets.
    static func read(_ packets: [LoggedPacket], bindings: DeviceBindings, keys: KeyStore) -> Batch {
        var parts = PacketChunks.map(packets) { chunk in
            var batch = Batch(keys: keys)
            for logged in chunk { batch.add(logged, bindings: bindings) }
            return batch
        }[...]
        var whole = parts.popFirst() ?? Batch(keys: keys)
        for part in parts { whole.merge(part) }
        return whole
    }
}
