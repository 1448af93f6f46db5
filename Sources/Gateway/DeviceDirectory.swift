package import Records
import Registry
import Storage
import Synchronization

/// The registered devices as the gateway knows them: a copy of the register that is looked into for every packet, and
/// made again when a device was bound.
package final class DeviceDirectory: Sendable {
    /// The register at one moment.
    struct Snapshot: Sendable {
        fileprivate var sequence: Int64 = 0
        /// When a device was bound last, by the times of the records.
        fileprivate(set) var boundMilliseconds: Int64?
        fileprivate(set) var devices: [String: Device] = [:]
        /// Whether unregistered devices are answered, as last put on record.
        fileprivate(set) var capture = CaptureSwitch.off
    }

    /// The room for packets of devices that are not registered.
    let quota: QuarantineQuota
    /// The keys of devices.
    package let keys: KeyStore
    private let book: RecordBook
    private let state = Mutex(Snapshot())

    private init(book: RecordBook, keys: KeyStore, quota: QuarantineQuota) {
        self.book = book
        self.keys = keys
        self.quota = quota
    }

    /// Reads the register and what the quarantine holds, and puts keys on record that devices are bound to.
    ///
    /// - Parameter keys: those that the projections of the book know too.
    package static func open(
        _ book: RecordBook, keys: KeyStore = .none, quota: QuarantineQuota = QuarantineQuota()
    ) async throws -> DeviceDirectory {
        let directory = DeviceDirectory(book: book, keys: keys, quota: quota)
        try await KeyRegister.recordBound(keys, in: book)
        try await KeyRegister.recordMended(keys, in: book)
        quota.restore(try await book.database.read { try DeviceStore.quarantinedBytes(in: $0) })
        try await directory.refresh()
        return directory
    }

    /// The register as it was at the last refresh. Take it once for many packets.
    var snapshot: Snapshot { state.withLock { $0 } }

    /// What packets of unregistered devices take up of their quota, in bytes.
    package var quarantinedBytes: Int { quota.usedBytes }

    /// Reads the register again if a device was bound since, and the switch for capture.
    package func refresh() async throws {
        let known = snapshot.sequence
        let capture = try await book.database.read { try CaptureSwitch.last(in: $0) }
        state.withLock { if capture.sequence > $0.capture.sequence { $0.capture = capture } }
        let keys = keys
        let fresh = try await book.database.read { connection -> (register: Snapshot, waiting: [String: Int])? in
            let sequence = try RecordStore.lastSequence(of: RegistryActions.deviceBound, in: connection)
            guard sequence > known else { return nil }
            let bindings = try RegistryStore.bindings(in: connection)
            // The last binding of a device is the one that its next packet falls under.
            let devices = Dictionary(grouping: bindings, by: \.mn).compactMapValues { bindings in
                bindings.last.map { Device($0.settings, keys: DeviceKeys(bindings, from: keys)) }
            }
            let bound = bindings.map(\.sinceMilliseconds).max()
            return (
                Snapshot(sequence: sequence, boundMilliseconds: bound, devices: devices),
                try DeviceStore.quarantinedBytes(in: connection)
            )
        }
        guard let fresh else { return }
        // On record before any packet is read with them.
        if keys.isOpen { try await KeyRegister.recordBound(keys, in: book) }
        state.withLock { state in
            guard fresh.register.sequence > state.sequence else { return }
            state.sequence = fresh.register.sequence
            state.boundMilliseconds = fresh.register.boundMilliseconds
            state.devices = fresh.register.devices
        }
        // What waited for the device that was bound waits no longer.
        quota.restore(fresh.waiting)
    }
}
