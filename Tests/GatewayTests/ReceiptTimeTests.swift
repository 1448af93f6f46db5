import HJ212
import Logging
import Monitoring
import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Gateway

struct ReceiptTimeTests {
    @Test func `a clock that runs is written down as it is`() {
        var time = ReceiptTime(after: 500)
        #expect(time.receive(wall: 1_000, monotonic: 0) == 1_000)
        #expect(time.receive(wall: 61_000, monotonic: 60_000) == 61_000)
        #expect(time.steps == ClockSteps())
    }

    @Test func `a clock set back does not put a packet before the one that came earlier, and it is said by how much`() {
        var time = ReceiptTime()
        _ = time.receive(wall: 3_600_000, monotonic: 0)
        #expect(time.receive(wall: 10, monotonic: 10) == 3_600_000)
        #expect(time.steps.back == 1 && time.steps.lastBack == 3_600_000)
        #expect(time.steps.heldBack == 3_599_990)
        // It is said once, and is over when the clock has caught up.
        #expect(time.receive(wall: 3_600_500, monotonic: 3_600_500) == 3_600_500)
        #expect(time.steps.back == 1 && time.steps.heldBack == 0)
    }

    @Test func `a clock that was set back while the service was down does not go behind the log`() {
        var time = ReceiptTime()
        time.start(after: 5_000)
        #expect(time.receive(wall: 1_000, monotonic: 0) == 5_000)
        #expect(time.steps.heldBack == 4_000)
    }

    @Test func `a jump forward is said, and what a time service corrects little by little is not`() {
        var time = ReceiptTime()
        _ = time.receive(wall: 0, monotonic: 0)
        #expect(time.receive(wall: 10_000, monotonic: 10_500) == 10_000)
        #expect(time.steps == ClockSteps())
        #expect(time.receive(wall: 86_410_000, monotonic: 10_500) == 86_410_000)
        #expect(time.steps.forward == 1 && time.steps.lastForward == 86_400_000)
    }

    @Test func `a packet that we send stands in order with those received, and is no look at the clock`() {
        var time = ReceiptTime()
        #expect(time.receive(wall: 3_600_000, monotonic: 0) == 3_600_000)
        #expect(time.send(wall: 10) == 3_600_000)
        #expect(time.steps == ClockSteps())
        #expect(time.send(wall: 3_700_000) == 3_700_000)
        #expect(time.receive(wall: 3_600_001, monotonic: 1) == 3_700_000)
        #expect(time.steps.back == 0 && time.steps.heldBack == 99_999)
    }

    private func realtime(qn: String) throws -> Packet {
        var writer = PacketWriter(
            qn: qn, systemType: .ambientAir, command: .realtimeData, password: "123456", mn: "A",
            flag: PacketFlag(version: .v2017, wantsAnswer: true))
        writer.add(["DataTime": "20261122070000"])
        return try #require(Packet(record: try writer.frame()))
    }

    @Test func `one device with a wrong clock is its own fault, most of them together say that ours is wrong`() throws {
        // 2026-11-22 07:00:00 in Beijing.
        let now: Int64 = 1_795_302_000_000
        let right = try realtime(qn: "20261122070000000")
        let ahead = try realtime(qn: "20261122080000000")
        let watch = ClockWatch()
        watch.compare(ahead, of: "A", wall: now)
        #expect(!watch.report.isOursSuspect)
        watch.compare(right, of: "B", wall: now)
        watch.compare(right, of: "C", wall: now)
        #expect(watch.report.devices == 3 && !watch.report.isOursSuspect)
        for name in ["B", "C"] { watch.compare(ahead, of: name, wall: now) }
        #expect(watch.report.medianLead == 3_600_000 && watch.report.isOursSuspect)
    }

    @Test func `packets fall under the last binding, also when our clock was set back behind it`() async throws {
        let capabilities = [
            RegistryCapability.capability, MonitoringCapability.capability, GatewayCapability.capability,
        ]
        let bureau = try await TestBureau(capabilities)
        let actor = TestBureau.actor(capabilities)
        try await bureau.book.record(TestStation.registration(by: actor))
        for item in ["pm25", "pm10"] {
            try await bureau.book.record(
                RegistryActions.bind(
                    device: "A", to: "S1", channels: [DeviceChannel(code: "a34004", item: item)], by: actor))
            bureau.clock.advance(seconds: 3_600)
        }
        // Half an hour before the second binding.
        bureau.clock.advance(seconds: -5_400)
        let clock = ClockWatch()
        let watch = DeviceWatch(
            devices: try await DeviceDirectory.open(bureau.book), clock: clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await watch.look()
        let received = clock.receive(wall: bureau.clock.milliseconds, monotonic: 0)
        let bindings = DeviceBindings(try await bureau.book.database.read { try RegistryStore.bindings(in: $0) })
        let binding = bindings.binding(of: "A", receivedMilliseconds: received)
        #expect(binding?.channel(for: "a34004")?.item == "pm10")
        // Without the watch they would not.
        let early = bindings.binding(of: "A", receivedMilliseconds: bureau.clock.milliseconds)
        #expect(early?.channel(for: "a34004")?.item == "pm25")
    }
}
