import Gateway
import HJ212
import Ledger
import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

/// Packets are read before the transaction that writes them, and by several threads: nobody may notice.
struct PreparedPacketsTests {
    private static let capabilities = [
        RegistryCapability.capability, MonitoringCapability.capability, GatewayCapability.capability,
    ]
    private static let actor = TestBureau.actor(capabilities)
    private static let devices = ["DE00000000000000000000F1", "DE00000000000000000000F2"]

    private let bureau: TestBureau

    init() async throws {
        bureau = try await TestBureau(Self.capabilities)
        try await bureau.book.record(
            RegistryActions.register(
                "DA001", kind: .outlet, name: "1号烟囱",
                fields: ["enterprise": "甲厂", "medium": "air", "limits": .array([])], by: Self.actor))
    }

    private func bind(_ device: String, item: String = "a21026") async throws {
        try await bureau.book.record(
            RegistryActions.bind(
                device: device, to: "DA001", channels: [DeviceChannel(code: "a21026", item: item)], by: Self.actor))
    }

    /// Realtime packets of both devices, a minute apart, some with a time of no clock.
    private func append(_ count: Int) async throws {
        let now = bureau.clock.milliseconds
        let entries = try (0..<count).map { number in
            let seconds = now / 1_000 - Int64(count - number) * 60
            var writer = PacketWriter(
                qn: "20261122070000001", systemType: .airSource, command: .realtimeData, password: "123456",
                mn: Self.devices[number % 2], flag: PacketFlag(version: .v2017, wantsAnswer: true))
            let time = try #require(DataTime(unixSeconds: number % 50 == 49 ? 0 : seconds))
            writer.add(["DataTime": time.text])
            writer.add(code: "a21026", [(.realtime, "\(number % 97).\(number % 10)"), (.flag, "N")])
            return PacketEntry(
                receivedMilliseconds: seconds * 1_000 + 500, peer: "127.0.0.1:5", verdict: 0, raw: try writer.frame())
        }
        try await bureau.book.archive.packets.append(entries)
    }

    @Test func `what was read before a device was bound is read again in the transaction`() async throws {
        try await bind(Self.devices[0])
        try await append(10)
        let projection = PacketProjection()
        let archive = bureau.book.archive
        let preparation = try await bureau.book.database.read { connection in
            try projection.prepare(
                archive.packets.read(from: archive.packets.start), in: connection, from: archive)
        }
        let prepared = try #require(preparation)
        #expect(try await bureau.book.database.read { try prepared.holds(in: $0) })
        try await bind(Self.devices[1])
        #expect(try await bureau.book.database.read { try prepared.holds(in: $0) } == false)
    }

    @Test func `two that project at the same time project every packet once, as one alone does`() async throws {
        try await bind(Self.devices[0])
        try await append(5_000)
        async let first: Void = bureau.projectAllPackets()
        async let second: Void = bureau.projectAllPackets()
        // A device is bound while they are at it: what waited for it is read then.
        try await bind(Self.devices[1], item: "a21026-b")
        _ = try await (first, second)
        try await bureau.projectAllPackets()
        let found = try await bureau.book.database.read { connection in
            try ReadingStore.readings(
                from: Instant(secondsSince1970: 0), to: Instant(secondsSince1970: .max), seconds: 0, in: connection)
        }
        #expect(found.count == 4_900)
        #expect(Set(found.map(\.origin)).count == 4_900)
        let dump = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == dump)
    }
}
