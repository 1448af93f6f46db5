import Gateway
import Registry
import Standards

/// What the registered devices that were ever heard tell of one another's silence.
struct FleetNeighbours {
    /// Devices of one address, and how many of them are silent.
    typealias Count = (devices: Int, silent: Int)

    /// By the address that they came from last.
    private(set) var hosts: [String: Count] = [:]
    /// How many devices are silent, when all are; 0 while any reports.
    private(set) var allSilent = 0

    /// Nobody is known.
    init() {}

    /// All that are known.
    init(_ health: [String: DeviceHealth], _ registered: [String: RegisteredDevice], now: Instant) {
        var all: Count = (0, 0)
        for (mn, device) in registered {
            guard let health = health[mn] else { continue }
            let silent = Self.isSilent(device, health, now: now) ? 1 : 0
            all = (all.devices + 1, all.silent + silent)
            guard let host = health.hosts.first else { continue }
            let before = hosts[host] ?? (0, 0)
            hosts[host] = (before.devices + 1, before.silent + silent)
        }
        allSilent = all.silent == all.devices ? all.silent : 0
    }

    /// What has to be known of the others when one is silent: those of its address, and all of them only when none was heard
    /// a moment ago.
    init(of health: DeviceHealth, in context: PageContext) throws {
        let connection = context.connection
        let patience = Int64(DeviceExpectation.leastPatienceSeconds)
        let isAnyHeard = try DeviceStore.hasHeardAny(
            after: (context.now.secondsSince1970 - patience) * 1_000, in: connection)
        let others =
            isAnyHeard
            ? try health.hosts.first.map { try DeviceStore.health(from: $0, in: connection) } ?? []
            : try DeviceStore.health(in: connection)
        let registered =
            isAnyHeard
            ? try RegistryStore.devices(numbered: others.map(\.mn), in: connection)
            : try RegistryStore.devices(in: connection)
        self.init(
            Dictionary(others.map { ($0.mn, $0) }, uniquingKeysWith: { _, last in last }),
            Dictionary(registered.map { ($0.mn, $0) }, uniquingKeysWith: { _, last in last }), now: context.now)
        if isAnyHeard { allSilent = 0 }
    }

    static func isSilent(_ device: RegisteredDevice, _ health: DeviceHealth, now: Instant) -> Bool {
        let patience = DeviceExpectation(device, health).patienceSeconds
        return now.secondsSince1970 * 1_000 - health.lastReceivedMilliseconds > patience * 1_000
    }
}
