import Gateway
import Records
import Standards
import Storage

/// What is known around a device when its silence is judged.
struct FleetSurroundings {
    let now: Instant
    let neighbours: FleetNeighbours
    let outage: GatewayOutage?
    let stalledSince: Int64?
    /// Devices with a connection, nil where no gateway runs in this process.
    let reachable: Set<String>?

    init(_ neighbours: FleetNeighbours, in context: PageContext) throws {
        now = context.now
        self.neighbours = neighbours
        outage = try GatewayUptimeState.lastOutage(in: context.connection)
        stalledSince = context.archive.packets.stall?.sinceMilliseconds
        reachable = context.services.reachableDevices.map { $0() }
    }

    /// How long ago a moment was, which is in milliseconds since 1970-01-01T00:00:00Z.
    func seconds(since milliseconds: Int64) -> Int64 { max(0, now.secondsSince1970 - milliseconds / 1_000) }
}
