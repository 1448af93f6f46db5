import Gateway
import Records
import Registry
import Standards
import Storage

/// What is known around a device when its silence is judged.
struct FleetSurroundings {
    let now: Instant
    /// Registered devices by the address that they came from last, and how many of them are silent.
    private(set) var hosts: [String: (devices: Int, silent: Int)] = [:]
    private(set) var devices = 0
    private(set) var silent = 0
    let outage: GatewayOutage?
    let stalledSince: Int64?
    /// Devices with a connection, nil where no gateway runs in this process.
    let reachable: Set<String>?

    init(
        _ health: [String: DeviceHealth], _ registered: [String: RegisteredDevice], now: Instant,
        in context: PageContext
    ) throws {
        self.now = now
        outage = try GatewayUptimeState.lastOutage(in: context.connection)
        stalledSince = context.archive.packets.stall?.sinceMilliseconds
        reachable = context.services.reachableDevices.map { $0() }
        for (mn, device) in registered {
            guard let health = health[mn] else { continue }
            let patience = DeviceExpectation(device, health).patienceSeconds
            let isSilent = now.secondsSince1970 * 1000 - health.lastReceivedMilliseconds > patience * 1000
            devices += 1
            if isSilent { silent += 1 }
            guard let host = health.hosts.first else { continue }
            hosts[host, default: (0, 0)].devices += 1
            if isSilent { hosts[host, default: (0, 0)].silent += 1 }
        }
    }
}
