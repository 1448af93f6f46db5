import HJ212
import Ledger
import Monitoring
import Records
import Registry
import Standards
import Storage
import TestKit
import Testing

@testable import Gateway

struct DeviceHealthTests {
    private static let capabilities = [
        RegistryCapability.capability, MonitoringCapability.capability, GatewayCapability.capability,
    ]
    private static let actor = TestBureau.actor(capabilities)
    private static let mn = "DE00000000000000000000F1"

    private let bureau: TestBureau
    /// 2026-11-22T08:00:00+08:00, where the clock of the tests stands.
    private let now = Instant(beijing: CivilDate(year: 2026, month: 11, day: 22) ?? .first, hour: 8)

    init() async throws {
        bureau = try await TestBureau(Self.capabilities)
        try await bureau.book.record(
            TestStation.registration(by: Self.actor))
    }

    private func bind(_ mn: String = Self.mn) async throws {
        try await bureau.book.record(
            RegistryActions.bind(
                device: mn, to: "S1", channels: [DeviceChannel(code: "a34004", item: "pm25")], by: Self.actor))
        bureau.clock.advance(seconds: 1)
    }

    /// A packet labelled so many seconds from the present moment, sent by a clock that is so far ahead.
    private func packet(
        _ command: CommandNumber = .realtimeData, label: Int = 0, ahead: Int = 0, mn: String = Self.mn,
        flag: String = "N", version: ProtocolVersion = .v2017
    ) throws -> [UInt8] {
        let present = Instant(secondsSince1970: bureau.clock.milliseconds / 1000)
        let sent = try #require(DataTime(unixSeconds: present.adding(seconds: ahead).secondsSince1970))
        let time = try #require(DataTime(unixSeconds: present.adding(seconds: label).secondsSince1970))
        var writer = PacketWriter(
            qn: sent.text + "000", systemType: .ambientAir, command: command, password: "123456", mn: mn,
            flag: PacketFlag(version: version, wantsAnswer: true))
        writer.add(["DataTime": time.text])
        writer.add(code: "a34004", [(.realtime, "35"), (.flag, flag)])
        return try writer.frame()
    }

    private func receive(
        _ raw: [UInt8], verdict: PacketVerdict = .accepted, from peer: String = "10.1.1.1:5", thenWait: Int64 = 60
    ) async throws {
        let entry = PacketEntry(
            receivedMilliseconds: bureau.clock.milliseconds, peer: peer, verdict: verdict.rawValue, raw: raw)
        try await bureau.book.archive.packets.append([entry])
        try await bureau.projectAllPackets()
        bureau.clock.advance(seconds: thenWait)
    }

    private func health(_ mn: String = Self.mn) async throws -> DeviceHealth {
        let found = try await bureau.book.database.read { try DeviceStore.health(of: mn, in: $0) }
        return try #require(found)
    }

    private func hours(_ mn: String = Self.mn) async throws -> [DeviceHour] {
        let (from, to) = (now.secondsSince1970 - 86_400, now.secondsSince1970 + 86_400)
        let found = try await bureau.book.database.read { try DeviceStore.hours(of: [mn], from: from, to: to, in: $0) }
        return found[mn] ?? []
    }

    @Test func `packets are counted by what they report, and the last of each kind is remembered`() async throws {
        try await bind()
        try await receive(packet(.realtimeData))
        try await receive(packet(.minuteData, label: -600))
        try await receive(packet(.hourData, label: -3_600))
        try await receive(packet(.dayData, label: -86_400))
        try await receive(packet(.heartbeat))
        let found = try await health()
        #expect(PacketClass.allCases.map { found.counts.count(of: $0) } == [1, 1, 1, 1, 1])
        #expect(Set(found.last.keys) == Set(PacketClass.data))
        #expect(found.versions == [.v2017])
        #expect(found.hosts == ["10.1.1.1"])
    }

    @Test func `faults are counted in the hour in which they came`() async throws {
        try await bind()
        try await receive(packet(), verdict: .wrongChecksum)
        try await receive(packet(), verdict: .acceptedWrongLength)
        try await receive(packet(), verdict: .broken, thenWait: 3_600)
        try await receive(packet())
        let found = try await hours()
        #expect(found.map { $0.counts.wrongChecksums } == [1, 0])
        #expect(found.map { $0.counts.wrongLengths } == [1, 0])
        #expect(found.map { $0.counts.broken } == [1, 0])
        #expect(found.map { $0.counts.packets } == [3, 1])
        let since = now.secondsSince1970
        #expect(try await bureau.book.database.read { try DeviceStore.faults(since: since, in: $0) }[Self.mn]?.sum == 3)
    }

    @Test func `a packet with the number, command and time of the one before is a repetition`() async throws {
        try await bind()
        let raw = try packet(.hourData, label: -3_600)
        try await receive(raw, thenWait: 10)
        try await receive(raw)
        try await receive(packet(.hourData, label: -3_600))
        #expect(try await health().counts.duplicates == 1)
    }

    @Test func `what comes more than a period late was sent again, and fills the hour that it is about`() async throws {
        try await bind()
        try await receive(packet(.hourData, label: -3_600))
        try await receive(packet(.hourData, label: -5 * 3_600))
        #expect(try await health().counts.resent == 1)
        let found = try await hours()
        #expect(found.first?.counts.packets == 0)
        #expect(found.first?.hourData == 1)
        #expect(found.map(\.lateSeconds).max() == Int64(4 * 3_600))
    }

    @Test func `minutes of an hour are counted once, however often they are sent`() async throws {
        try await bind()
        for label in [0, 0, -60, -120] { try await receive(packet(label: label), thenWait: 0) }
        // Two minutes lie before the full hour.
        #expect(try await hours().map(\.realtimeMinutes) == [2, 1])
    }

    @Test func `the drift of a clock is told by the number of the exchange`() async throws {
        try await bind()
        try await receive(packet(ahead: 90))
        try await receive(packet(ahead: -30))
        #expect(try await health().driftMilliseconds == -30_000)
        #expect(try await hours().first?.drift == -30_000...90_000)
    }

    @Test(arguments: [-800_000_000, 3_600])
    func `a time that cannot be is counted and fills no hour`(label: Int) async throws {
        try await bind()
        try await receive(packet(.hourData, label: label))
        #expect(try await health().counts.wrongTimes == 1)
        #expect(try await hours().map(\.hourData) == [0])
    }

    @Test func `the interval of a device is the middle one, whatever was lost in between`() async throws {
        try await bind()
        for number in 0..<20 { try await receive(packet(), thenWait: number == 9 ? 1_800 : 30) }
        #expect(try await health().realtimeSeconds == 30)
    }

    @Test func `a device that is set to another interval is known by it soon`() {
        var intervals = IntervalHistogram()
        for _ in 0..<5_000 { intervals.add(60) }
        for _ in 0..<600 { intervals.add(10) }
        #expect(intervals.median == 10)
        #expect(IntervalHistogram(text: intervals.text) == intervals)
    }

    @Test func `the marks of the last data are those of a device in maintenance`() async throws {
        try await bind()
        try await receive(packet(flag: "M"))
        #expect(try await health().flags == ["M"])
        try await receive(packet(.heartbeat))
        #expect(try await health().flags == ["M"])
        try await receive(packet())
        #expect(try await health().flags.isEmpty)
    }

    @Test func `what we sent ourselves says nothing of a device`() async throws {
        try await bind()
        try await receive(packet(), verdict: .sent)
        #expect(try await bureau.book.database.read { try DeviceStore.health(of: Self.mn, in: $0) == nil })
    }

    @Test func `numbers that nobody registered are only added up`() async throws {
        for number in 0..<30 { try await receive(packet(mn: "JUNK\(number)"), thenWait: 1) }
        let rows = try await bureau.book.database.read { connection in
            try ["device_health", "device_hour", "device_stranger"].map { table in
                try connection.first(SQL(verbatim: "SELECT count(*) AS n FROM \(table)")) { try $0.integer("n") }
            }
        }
        #expect(rows == [0, 0, 30])
    }

    @Test func `rows made again from the packets are equal, whenever the device was registered`() async throws {
        try await receive(packet())
        try await receive(packet(), verdict: .wrongChecksum, thenWait: 0)
        // In the same millisecond as the record: by time it falls under the binding, though it was counted before.
        try await receive(packet(), thenWait: 0)
        try await bind()
        for number in 0..<40 {
            try await receive(
                packet(number % 3 == 0 ? .minuteData : .realtimeData, label: -number * 70, ahead: number),
                verdict: number % 11 == 5 ? .wrongChecksum : .accepted, from: "10.1.1.\(number % 6):7")
        }
        try await receive(packet(mn: "OTHER"))
        let before = try await bureau.dump()
        #expect(before["device_hour"]?.isEmpty == false)
        try await bureau.book.rebuild()
        let after = try await bureau.dump()
        for table in before.keys.sorted() { #expect(after[table] == before[table], "\(table)") }
    }

    @Test func `it does not matter into which runs the packets fall`() async throws {
        try await bind()
        for number in 0..<60 {
            let entry = PacketEntry(
                receivedMilliseconds: bureau.clock.milliseconds, peer: "10.1.1.\(number % 3):7", verdict: 0,
                raw: try packet(label: -number * 20, mn: number % 5 == 4 ? "OTHER\(number % 2)" : Self.mn))
            try await bureau.book.archive.packets.append([entry])
            if number % 7 == 0 { try await bureau.projectAllPackets() }
            bureau.clock.advance(seconds: 30)
        }
        try await bureau.projectAllPackets()
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }
}
