import Gateway
import Records
import Registry
import Standards
import Storage

/// All devices and how they stand at one moment.
struct Fleet {
    let devices: [FleetDevice]

    /// Faults of so many seconds count.
    static let faultSeconds: Int64 = 86_400

    init(in context: PageContext) throws {
        let connection = context.connection
        let now = context.now
        let health = Dictionary(
            try DeviceStore.health(in: connection).map { ($0.mn, $0) }, uniquingKeysWith: { _, last in last })
        let registered = Dictionary(
            try RegistryStore.devices(in: connection).map { ($0.mn, $0) }, uniquingKeysWith: { _, last in last })
        let faults = try DeviceStore.faults(since: now.secondsSince1970 - Self.faultSeconds, in: connection)
        let around = try FleetSurroundings(FleetNeighbours(health, registered, now: now), in: context)
        devices = Set(health.keys).union(registered.keys).map { mn in
            FleetDevice(mn, health[mn], registered[mn], faults[mn] ?? DeviceFaults(), around)
        }
    }

    /// One device with all that its neighbours tell, which are asked only when it is silent.
    ///
    /// - Throws: `SiteError` with `.unknownObject` when it is not bound and never sent.
    static func device(_ mn: String, in context: PageContext) throws -> FleetDevice {
        let connection = context.connection
        let health = try DeviceStore.health(of: mn, in: connection)
        let registered = try RegistryStore.devices(numbered: [mn], in: connection).first
        guard health != nil || registered != nil else {
            throw SiteError(.unknownObject, subject: "设备", detail: mn)
        }
        let since = context.now.secondsSince1970 - faultSeconds
        let faults = try DeviceStore.faults(of: mn, since: since, in: connection)[mn]
        var neighbours = FleetNeighbours()
        if let registered, let health, FleetNeighbours.isSilent(registered, health, now: context.now) {
            neighbours = try FleetNeighbours(of: health, in: context)
        }
        return FleetDevice(
            mn, health, registered, faults ?? DeviceFaults(), try FleetSurroundings(neighbours, in: context))
    }
}

extension FleetDevice {
    init(
        _ mn: String, _ health: DeviceHealth?, _ device: RegisteredDevice?, _ faults: DeviceFaults,
        _ around: FleetSurroundings
    ) {
        let expectation = DeviceExpectation(device, health)
        var facts = SilenceCause.Facts(
            now: around.now.secondsSince1970 * 1000, patienceSeconds: expectation.patienceSeconds)
        facts.lastReceived = health?.lastReceivedMilliseconds
        facts.lastAccepted = health?.lastAcceptedMilliseconds
        let lastData = health?.last.values.max { $0.packet < $1.packet }
        facts.hasWrongTime = lastData.map { $0.seconds == nil } ?? false
        facts.newestData = health?.last.values.compactMap(\.seconds).max()
        facts.faults = faults
        facts.flags = health?.flags ?? []
        facts.host = health?.hosts.first
        let host = facts.host.flatMap { around.neighbours.hosts[$0] }
        facts.hostDevices = host?.devices ?? 0
        facts.hostSilent = host?.silent ?? 0
        facts.allSilent = around.neighbours.allSilent
        facts.isConnected = around.reachable.map { $0.contains(mn) }
        facts.outage = around.outage
        facts.stalledSince = around.stalledSince
        let cause = SilenceCause.judge(facts)
        let standing: Standing =
            if device == nil {
                .stranger
            } else if health == nil {
                .never
            } else if facts.isSilent {
                .silent
            } else {
                cause == .none ? .online : cause.isRefusal ? .refused : .online
            }
        self.init(
            mn: mn, health: health, device: device, expectation: expectation, faults: faults, cause: cause,
            standing: standing, silence: health.map { around.seconds(since: $0.lastReceivedMilliseconds) },
            uselessness: health.map {
                around.seconds(since: $0.lastAcceptedMilliseconds ?? $0.firstReceivedMilliseconds)
            })
    }
}
