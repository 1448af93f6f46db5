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

struct PacketProjectionTests {
    private static let capabilities = [
        RegistryCapability.capability, MonitoringCapability.capability, GatewayCapability.capability,
    ]
    private static let actor = TestBureau.actor(capabilities)
    private static let mn = "DE00000000000000000000F1"

    private let bureau: TestBureau
    private let hour = Instant(beijing: CivilDate(year: 2026, month: 11, day: 22) ?? .first, hour: 6)

    init() async throws {
        bureau = try await TestBureau(Self.capabilities)
        try await bureau.book.record(
            TestStation.registration(by: Self.actor))
    }

    private func bind(_ channels: [DeviceChannel], _ settings: DeviceSettings = DeviceSettings()) async throws {
        try await bureau.book.record(
            RegistryActions.bind(device: Self.mn, to: "S1", channels: channels, settings: settings, by: Self.actor))
    }

    private func bind(setting change: (inout DeviceSettings) -> Void) async throws {
        var settings = DeviceSettings()
        change(&settings)
        try await bind([DeviceChannel(code: "a34004", item: "pm25")], settings)
    }

    private func packet(
        _ value: String = "35", time: Instant? = nil, flag: String = "N", code: String = "a34004",
        command: CommandNumber = .hourData
    ) throws -> [UInt8] {
        var writer = PacketWriter(
            qn: "20261122070000001", systemType: .ambientAir, command: command, password: "123456", mn: Self.mn,
            flag: PacketFlag(version: .v2017, wantsAnswer: true))
        let start = time ?? hour
        let dataTime = try #require(DataTime(unixSeconds: start.secondsSince1970))
        writer.add(["DataTime": dataTime.text])
        writer.add(code: code, [(.average, value), (.flag, flag)])
        return try writer.frame()
    }

    private func receive(_ raw: [UInt8], verdict: PacketVerdict = .accepted) async throws {
        let entry = PacketEntry(
            receivedMilliseconds: bureau.clock.milliseconds, peer: "127.0.0.1:5", verdict: verdict.rawValue, raw: raw)
        try await bureau.book.archive.packets.append([entry])
        try await bureau.projectAllPackets()
    }

    private var readings: [Reading] {
        get async throws {
            let start = hour
            return try await bureau.book.database.read { connection in
                try ReadingStore.versions(of: "S1", at: start, seconds: 3_600, in: connection)
            }
        }
    }

    @Test func `a packet of a known device becomes a reading of the period that its label starts`() async throws {
        try await bind([DeviceChannel(code: "a34004", item: "pm25")])
        try await receive(packet("35.0"))
        let found = try await readings
        #expect(found.map { $0.value?.description } == ["35.0"])
        #expect(found.first?.series == SeriesKey(object: "S1", item: "pm25", seconds: 3_600))
        #expect(found.first?.origin == .packet(bureau.book.archive.packets.start))
    }

    @Test func `nanograms become micrograms by the unit of the device`() async throws {
        try await bind([DeviceChannel(code: "A34004", item: "pm25", powerOfTen: -3)])
        try await receive(packet("75600.000"))
        #expect(try await readings.first?.value == ExactDecimal("75.6"))
    }

    @Test func `a later packet of the same hour is another reading, and the last one counts`() async throws {
        try await bind([DeviceChannel(code: "a34004", item: "pm25")])
        try await receive(packet("35"))
        bureau.clock.advance(seconds: 60)
        try await receive(packet("36"))
        let found = try await readings
        #expect(found.count == 2)
        #expect(ReadingStore.current(found).map { $0.value?.description } == ["36"])
    }

    @Test(arguments: ["M", "C", "D", "B", "T", "F"])
    func `a value marked by its device is kept and takes no part`(flag: String) async throws {
        try await bind([DeviceChannel(code: "a34004", item: "pm25")])
        try await receive(packet("35", flag: flag))
        let reading = try #require(try await readings.first)
        #expect(reading.value == 35)
        #expect(!reading.isValid)
    }

    @Test func `packets of an unknown device wait, and are read when it becomes known`() async throws {
        try await receive(packet("35"))
        #expect(try await readings.isEmpty)
        #expect(try await quarantined == 1)
        try await bind([DeviceChannel(code: "a34004", item: "pm25")])
        #expect(try await readings.map { $0.value?.description } == ["35"])
        #expect(try await quarantined == 0)
    }

    @Test func `a binding holds for the packets received after it`() async throws {
        try await bind([DeviceChannel(code: "a34004", item: "pm25")])
        try await receive(packet("35"))
        bureau.clock.advance(seconds: 60)
        try await bind([DeviceChannel(code: "a34004", item: "pm10")])
        bureau.clock.advance(seconds: 60)
        try await receive(packet("50"))
        #expect(Set(try await readings.map(\.series.item)) == ["pm25", "pm10"])
    }

    @Test(arguments: [
        ("1970-01-01T08:00:00+08:00", "timeOfDefaultClock"), ("2000-01-01T00:00:00+08:00", "timeOfDefaultClock"),
        ("2004-12-31T23:59:59+08:00", "timeBefore2005"), ("2005-01-01T00:00:00+08:00", nil),
        ("2026-11-22T08:10:00+08:00", nil), ("2026-11-22T08:10:01+08:00", "timeAhead"),
    ])
    func `a time that no clock can mean is kept apart under the name that the gateway gave it`(
        text: String, reason: String?
    ) async throws {
        try await bind([DeviceChannel(code: "a34004", item: "pm25")])
        let time: Instant = try #require(Instant(text))
        try await receive(packet(time: time, command: .realtimeData))
        #expect(try await reasons == (reason.map { [$0] } ?? []))
        let found = try await bureau.book.database.read { connection in
            try ReadingStore.versions(of: "S1", at: time, seconds: 0, in: connection)
        }
        #expect(found.count == (reason == nil ? 1 : 0))
    }

    @Test(arguments: [(false, 6), (true, 5)])
    func `what is labelled with the end of its hour counts for the hour that ends there`(
        isEnd: Bool, hourOfReading: Int
    ) async throws {
        try await bind { if isEnd { $0.tolerances = ["datatime_label_end"] } }
        try await receive(packet())
        let start = hour.adding(seconds: (hourOfReading - 6) * 3_600)
        let found = try await bureau.book.database.read { connection in
            try ReadingStore.versions(of: "S1", at: start, seconds: 3_600, in: connection)
        }
        #expect(found.count == 1)
    }

    @Test(arguments: [(CommandNumber.hourData, 14_400), (.minuteData, 300)])
    func `the length of a period is that of the device's record`(command: CommandNumber, seconds: Int) async throws {
        try await bind {
            $0.hourSeconds = 14_400
            $0.minuteSeconds = 300
        }
        // 06:00 lies in the four hours from 04:00.
        try await receive(packet(command: command))
        let start = command == .hourData ? hour.adding(seconds: -7_200) : hour
        let found = try await bureau.book.database.read { connection in
            try ReadingStore.versions(of: "S1", at: start, seconds: seconds, in: connection)
        }
        #expect(found.count == 1)
    }

    @Test func `a setting holds for the packets received after it, and the first one for those that waited`()
        async throws
    {
        try await receive(packet("34"))
        try await bind { $0.tolerances = ["datatime_label_end"] }
        bureau.clock.advance(seconds: 60)
        try await bind { _ in }
        bureau.clock.advance(seconds: 60)
        try await receive(packet("35"))
        let before = hour.adding(seconds: -3_600)
        let shifted = try await bureau.book.database.read { connection in
            try ReadingStore.versions(of: "S1", at: before, seconds: 3_600, in: connection)
        }
        #expect(shifted.map { $0.value?.description } == ["34"])
        #expect(try await readings.map { $0.value?.description } == ["35"])
        let tables = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == tables)
    }

    @Test func `a packet without a command that can be read is kept apart, not passed over`() async throws {
        try await bind([DeviceChannel(code: "a34004", item: "pm25")])
        let raw = String(decoding: try packet(), as: UTF8.self).replacing("CN=2061", with: "CN=20x1")
        let segment = Array(raw.dropFirst(6).dropLast(6).utf8)
        let sum = String(Checksum.value(of: segment), radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: 4 - sum.count) + sum
        try await receive(Array(raw.prefix(6).utf8) + segment + Array(padded.utf8))
        #expect(try await reasons == ["commandMissing"])
    }

    @Test func `a packet with a wrong check value is counted and never read`() async throws {
        try await bind([DeviceChannel(code: "a34004", item: "pm25")])
        try await receive(packet(), verdict: .wrongChecksum)
        #expect(try await readings.isEmpty)
        let health = try await bureau.book.database.read { try DeviceStore.health(in: $0) }
        #expect(health.map(\.wrongChecksums) == [1])
    }

    @Test func `tables made again from records and packets are equal, whatever came first`() async throws {
        try await receive(packet("34"))
        try await bind([DeviceChannel(code: "a34004", item: "pm25")])
        bureau.clock.advance(seconds: 10)
        for number in 0..<30 {
            try await receive(packet("\(number)", time: hour.adding(seconds: -3_600 * (number % 7))))
            bureau.clock.advance(seconds: 1)
            if number == 15 { try await bind([DeviceChannel(code: "a34004", item: "pm10")]) }
        }
        try await receive(packet(time: Instant(secondsSince1970: 5)))
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }

    @Test func `after a crash projection goes on where its last transaction ended`() async throws {
        try await bind([DeviceChannel(code: "a34004", item: "pm25")])
        func append(_ numbers: Range<Int>) async throws {
            let entries = try numbers.map { number in
                PacketEntry(
                    receivedMilliseconds: bureau.clock.milliseconds + Int64(number), peer: "p", verdict: 0,
                    raw: try packet("\(number)", time: hour.adding(seconds: -3_600 * number)))
            }
            try await bureau.book.archive.packets.append(entries)
        }
        try await append(0..<50)
        try await bureau.projectAllPackets()
        try await append(50..<120)
        // The book that was projecting is gone; another one opens the same store, as after a restart.
        let clock = bureau.clock
        let successor = try await RecordBook(
            database: bureau.book.database, archive: bureau.book.archive, capabilities: Self.capabilities,
            clock: { clock.milliseconds })
        while try await successor.projectPackets() {}
        let count = try await bureau.book.database.read { connection in
            try connection.first("SELECT count(*) AS n FROM reading") { try $0.integer("n") }
        }
        #expect(count == 120)
        let resumed = try await bureau.dump()
        try await successor.rebuild()
        #expect(try await bureau.dump() == resumed)
    }

    private var reasons: [String] {
        get async throws {
            try await bureau.book.database.read { connection in
                try connection.rows("SELECT reason FROM packet_quarantine ORDER BY address") { try $0.text("reason") }
            }
        }
    }

    private var quarantined: Int {
        get async throws {
            try await bureau.book.database.read { try DeviceStore.health(in: $0).reduce(0) { $0 + $1.quarantined } }
        }
    }
}
