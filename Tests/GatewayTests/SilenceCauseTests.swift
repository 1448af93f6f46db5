import Gateway
import Testing

struct SilenceCauseTests {
    private static let now: Int64 = 1_795_305_600_000
    private static let minute: Int64 = 60_000

    /// A device that may be quiet for fifteen minutes and was heard so many minutes ago.
    private static func facts(
        _ minutesAgo: Int64?, _ change: (inout SilenceCause.Facts) -> Void = { _ in }
    ) -> SilenceCause.Facts {
        var facts = SilenceCause.Facts(now: now, patienceSeconds: 900)
        facts.lastReceived = minutesAgo.map { now - $0 * minute }
        facts.lastAccepted = facts.lastReceived
        facts.hostDevices = 1
        facts.hostSilent = 1
        facts.host = "10.1.1.1"
        change(&facts)
        return facts
    }

    private static let cases: [(what: String, facts: SilenceCause.Facts, cause: SilenceCause)] = [
        ("reports", facts(14), .none),
        ("never sent", facts(nil), .neverHeard),
        ("off", facts(16), .off),
        ("connected and quiet", facts(16) { $0.isConnected = true }, .connected),
        ("known to have no connection", facts(16) { $0.isConnected = false }, .off),
        ("in maintenance", facts(16) { $0.flags = ["M", "X"] }, .maintenance(flags: ["M"])),
        ("over its range says nothing of why it is silent", facts(16) { $0.flags = ["T"] }, .off),
        (
            "most of its neighbours are silent too",
            facts(16) { ($0.hostDevices, $0.hostSilent) = (5, 4) },
            .lineDown(host: "10.1.1.1", silent: 4, count: 5)
        ),
        ("most of its neighbours report", facts(16) { ($0.hostDevices, $0.hostSilent) = (5, 3) }, .off),
        ("two devices make no line", facts(16) { ($0.hostDevices, $0.hostSilent) = (2, 2) }, .off),
        (
            "a line that is down outweighs an old mark",
            facts(16) { ($0.hostDevices, $0.hostSilent, $0.flags) = (5, 5, ["M"]) },
            .lineDown(host: "10.1.1.1", silent: 5, count: 5)
        ),
        ("all are silent", facts(16) { $0.allSilent = 40 }, .allSilent(count: 40)),
        ("two devices are not all", facts(16) { $0.allSilent = 2 }, .off),
        (
            "silent since our own standstill",
            facts(100) { $0.outage = GatewayOutage(from: now - 95 * minute, to: now - 20 * minute) },
            .outage(from: now - 95 * minute, to: now - 20 * minute)
        ),
        (
            "silent long before our standstill",
            facts(300) { $0.outage = GatewayOutage(from: now - 95 * minute, to: now - 20 * minute) }, .off
        ),
        (
            "heard again after our standstill",
            facts(18) { $0.outage = GatewayOutage(from: now - 95 * minute, to: now - 20 * minute) }, .off
        ),
        ("our disk is full", facts(16) { $0.stalledSince = now - minute }, .diskFull(since: now - minute)),
        (
            "sends only wrong check values",
            facts(1) { ($0.lastAccepted, $0.faults.wrongChecksums) = (now - 60 * minute, 9) }, .wrongChecksums
        ),
        (
            "never sent a right check value", facts(1) { ($0.lastAccepted, $0.faults.wrongChecksums) = (nil, 9) },
            .wrongChecksums
        ),
        (
            "sends only pieces",
            facts(1) { ($0.lastAccepted, $0.faults.broken) = (now - 60 * minute, 9) }, .broken
        ),
        ("its clock is wrong", facts(1) { $0.hasWrongTime = true }, .wrongClock),
        (
            "sends only data of three days ago", facts(1) { $0.newestData = now / 1_000 - 3 * 86_400 },
            .oldData(until: now / 1_000 - 3 * 86_400)
        ),
        ("sends yesterday's data and no others", facts(1) { $0.newestData = now / 1_000 - 87_000 }, .none),
        ("is silent, whatever it sent last", facts(16) { $0.newestData = now / 1_000 - 3 * 86_400 }, .off),
        ("some wrong check values among right ones", facts(1) { $0.faults.wrongChecksums = 9 }, .none),
    ]

    @Test(arguments: cases.indices)
    func `the cause of a silence is the nearest that explains it`(index: Int) {
        let (what, facts, cause) = Self.cases[index]
        #expect(SilenceCause.judge(facts) == cause, "\(what)")
    }

    @Test func `a device is waited for five of its intervals, and a quarter of an hour at least`() {
        #expect(DeviceExpectation(realtimeSeconds: 30, minuteSeconds: 600, hourSeconds: 3_600).patienceSeconds == 900)
        #expect(DeviceExpectation(realtimeSeconds: 600, minuteSeconds: nil, hourSeconds: nil).patienceSeconds == 3_000)
        #expect(DeviceExpectation(realtimeSeconds: nil, minuteSeconds: 600, hourSeconds: nil).patienceSeconds == 3_000)
        #expect(
            DeviceExpectation(realtimeSeconds: nil, minuteSeconds: nil, hourSeconds: 14_400).patienceSeconds == 21_600)
    }
}
