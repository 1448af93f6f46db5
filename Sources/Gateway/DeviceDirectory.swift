package import Records
import Registry
import Storage
import Synchronization

/// The registered devices as the gateway knows them: a copy of the register that is looked into for every packet, and
/// made again when a device was bound.
package final class DeviceDirectory: Sendable {
    /// What the gateway has to know of a device.
    struct Device: Sendable {
        /// The length of the periods of its hour data.
        let hourSeconds: Int
    }

    /// The register at one moment.
    struct Snapshot: Sendable {
        fileprivate var sequence: Int64 = 0
        fileprivate(set) var devices: [String: Device] = [:]
    }

    private let book: RecordBook
    private let state = Mutex(Snapshot())

    /// Knows no device before the first `refresh`.
    package init(book: RecordBook) { self.book = book }

    /// The register as it was at the last refresh. Take it once for many packets.
    var snapshot: Snapshot { state.withLock { $0 } }

    /// Reads the register again if a device was bound since.
    package func refresh() async throws {
        let known = snapshot.sequence
        let fresh: Snapshot? = try await book.database.read { connection in
            let sequence = try RecordStore.lastSequence(of: RegistryActions.deviceBound, in: connection)
            guard sequence > known else { return nil }
            // The last binding of a device is the one that its next packet falls under.
            let devices = Dictionary(
                try RegistryStore.bindings(in: connection).map { ($0.mn, Device(hourSeconds: $0.hourSeconds)) },
                uniquingKeysWith: { _, last in last })
            return Snapshot(sequence: sequence, devices: devices)
        }
        guard let fresh else { return }
        state.withLock { if fresh.sequence > $0.sequence { $0 = fresh } }
    }
}
