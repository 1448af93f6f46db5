import Gateway
import Storage

/// How many packets of a device are set aside.
struct AdoptionCounts: Sendable {
    /// Because it is not registered.
    let waiting: Int
    /// For what its profile says of them.
    let setAside: Int

    init(_ mn: String, in connection: ReadConnection) throws {
        waiting = try AdoptionStore.waitingPackets(of: mn, in: connection)
        setAside = try AdoptionStore.setAside(of: mn, in: connection)
    }
}
