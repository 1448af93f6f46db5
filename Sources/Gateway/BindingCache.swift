import Records
import Registry
import Storage
import Synchronization

/// The bindings of all devices as of their last record, read once and not for every batch of packets.
///
/// Only states that are on disk may be asked for: a record that a failed transaction took back leaves its number to
/// another one.
final class BindingCache: Sendable {
    private struct State {
        /// The store that it was read from: every store of a process shares the projection.
        weak var source: PacketLog?
        var sequence: Int64 = -1
        var bindings = DeviceBindings([])
    }

    private let state = Mutex(State())

    /// The bindings of a state that is on disk, and the record of the last of them.
    func bindings(
        in connection: ReadConnection, of source: PacketLog
    ) throws -> (sequence: Int64, bindings: DeviceBindings) {
        let sequence = try RecordStore.lastSequence(of: RegistryActions.deviceBound, in: connection)
        let known = state.withLock { $0.source === source && $0.sequence == sequence ? $0.bindings : nil }
        if let known { return (sequence, known) }
        let bindings = DeviceBindings(try RegistryStore.bindings(in: connection))
        state.withLock { $0 = State(source: source, sequence: sequence, bindings: bindings) }
        return (sequence, bindings)
    }
}
