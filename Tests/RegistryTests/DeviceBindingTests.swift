import Ledger
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Registry

/// What is put on record of a device, and what is refused.
struct DeviceBindingTests {
    private static let capabilities = [RegistryCapability.capability]
    private static let actor = TestBureau.actor(capabilities)
    private static let mn = "de00000000000000000000f1"

    private let bureau: TestBureau

    init() async throws {
        bureau = try await TestBureau(Self.capabilities)
        try await bureau.book.record([
            RegistryActions.register(
                "DA001", kind: .outlet, name: "1号烟囱",
                fields: ["enterprise": "甲厂", "medium": "air", "limits": .array([])], by: Self.actor),
            RegistryActions.register("T1", kind: .town, name: "甲镇", fields: ["polygon": "[]"], by: Self.actor),
        ])
    }

    private static var whole: DeviceSettings {
        var settings = DeviceSettings()
        settings.ownership = .bureau
        settings.owner = "甲厂"
        settings.dialect = "surface-water-2017"
        settings.tolerances = ["accepted_crc_byteswapped", "datatime_label_end"]
        settings.isAnswered = false
        settings.minuteSeconds = 300
        settings.hourSeconds = 14_400
        settings.realtimeSeconds = 60
        settings.acceptedOn = CivilDate("2026-11-22")
        settings.filedOn = CivilDate("2026-11-01")
        settings.keyID = "mn-f1-2026"
        return settings
    }

    private static let channels = [
        DeviceChannel(
            code: "a21026", item: "so2", powerOfTen: -3, analyser: "甲型分析仪", serial: "SN-1",
            range: MeasuringRange(low: "0", high: "200.5", unit: "mg/m³")),
        DeviceChannel(code: "a21002", item: "nox"),
    ]

    private func bind(
        _ settings: DeviceSettings = whole, channels: [DeviceChannel] = channels, to object: String = "DA001",
        after predecessor: Int64? = nil
    ) async throws -> LedgerRecord {
        try await bureau.book.record(
            RegistryActions.bind(
                device: Self.mn, to: object, channels: channels, settings: settings, after: predecessor,
                by: Self.actor))
    }

    private var bindings: [DeviceBinding] {
        get async throws { try await bureau.book.database.read { try RegistryStore.bindings(in: $0) } }
    }

    @Test func `all that is recorded of a device is read back`() async throws {
        let record = try await bind()
        let binding = try #require(try await bindings.first)
        #expect(binding.mn == Self.mn.uppercased())
        #expect(binding.sequence == record.sequence)
        #expect(binding.settings == Self.whole)
        #expect(Set(binding.channels) == Set(Self.channels))
        #expect(DeviceSettings(body: record.body) == Self.whole)
    }

    @Test func `a binding of version 1 is still read, as a polluter's device that nobody accepted yet`() async throws {
        let body: CanonicalValue = [
            "kind": "device", "version": 1, "object": "DA001", "hourSeconds": 14_400,
            "channels": .array([["code": "A21026", "item": "so2", "power": -3]]),
        ]
        let record = LedgerRecord(
            sequence: 9, timeMilliseconds: 1, actor: "tester", action: RegistryActions.deviceBound, subject: "OLD1",
            body: body, rules: [])
        let archive = bureau.book.archive
        try await bureau.book.database.write { try RegistryProjection().apply(record, to: $0, from: archive) }
        let binding = try #require(try await bindings.first)
        var expected = DeviceSettings()
        expected.hourSeconds = 14_400
        #expect(binding.settings == expected)
        #expect(binding.settings.ownership == .enterprise && binding.settings.acceptedOn == nil)
        #expect(binding.channels == [DeviceChannel(code: "a21026", item: "so2", powerOfTen: -3)])
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout DeviceSettings) -> Void
        init(_ field: String, _ change: @escaping @Sendable (inout DeviceSettings) -> Void) {
            testDescription = field
            self.change = change
        }
    }

    @Test(arguments: [
        Refused("minuteSeconds") { $0.minuteSeconds = 0 }, Refused("minuteSeconds") { $0.minuteSeconds = 90 },
        Refused("minuteSeconds") { $0.minuteSeconds = 420 }, Refused("minuteSeconds") { $0.minuteSeconds = 7_200 },
        Refused("hourSeconds") { $0.hourSeconds = 600 }, Refused("hourSeconds") { $0.hourSeconds = 18_000 },
        Refused("realtimeSeconds") { $0.realtimeSeconds = -1 },
        Refused("realtimeSeconds") { $0.realtimeSeconds = 3_601 },
        Refused("acceptedOn") { $0.acceptedOn = CivilDate("2026-11-23") },
        Refused("filedOn") { $0.filedOn = CivilDate("9999-12-31") },
        Refused("dialect") { $0.dialect = "2017 OR 1" }, Refused("tolerances") { $0.tolerances = ["a b"] },
        Refused("owner") { $0.owner = String(repeating: "长", count: 201) },
    ])
    func `intervals that no label can name, dates to come and long texts are refused`(
        _ refused: Refused
    ) async throws {
        var settings = Self.whole
        refused.change(&settings)
        let error = await #expect(throws: RecordsError.self) { try await bind(settings) }
        #expect(error?.code == .invalid)
        #expect(error?.field == refused.testDescription)
        #expect(try await bindings.isEmpty)
    }

    @Test func `one code means one thing, in whatever case it is written`() async throws {
        let twice = [DeviceChannel(code: "a21026", item: "so2"), DeviceChannel(code: "A21026", item: "nox")]
        let error = await #expect(throws: RecordsError.self) { try await bind(channels: twice) }
        #expect(error?.field == "code")
    }

    @Test(arguments: [("200", "0"), ("5", "5.0"), ("", "5"), ("0", "viel")])
    func `a range goes from the lower to the higher decimal`(low: String, high: String) async throws {
        let channel = DeviceChannel(
            code: "a21026", item: "so2", range: MeasuringRange(low: low, high: high, unit: "mg/m³"))
        let error = await #expect(throws: RecordsError.self) { try await bind(channels: [channel]) }
        #expect(error?.field == "range")
        #expect(error?.detail == "a21026")
    }

    @Test(arguments: ["DA002", "T1"])
    func `a device watches something that is registered and can be watched`(object: String) async throws {
        let error = await #expect(throws: RecordsError.self) { try await bind(to: object) }
        #expect(error?.code == .unknownSubject)
    }

    @Test func `of two people who change one device the second has to look again`() async throws {
        let first = try await bind(after: 0)
        let error = await #expect(throws: RecordsError.self) { try await bind(after: 0) }
        #expect(error == RecordsError(.superseded, field: "follows", detail: "\(first.sequence)"))
        _ = try await bind(after: first.sequence)
        #expect(try await bindings.count == 2)
    }

    @Test func `the newer record wins, also when our clock was set back before it`() async throws {
        _ = try await bind(DeviceSettings())
        bureau.clock.advance(seconds: 3_600)
        let ahead = try await bind(DeviceSettings())
        bureau.clock.advance(seconds: -3_000)
        let newest = try await bind()
        #expect(newest.timeMilliseconds < ahead.timeMilliseconds)
        let stored = try await bindings
        #expect(stored.map(\.sequence).last == newest.sequence)
        let all = DeviceBindings(stored)
        for later in [newest.timeMilliseconds + 1, ahead.timeMilliseconds + 1, ahead.timeMilliseconds + 86_400_000] {
            let holding = all.binding(of: Self.mn, receivedMilliseconds: later)
            #expect(holding?.sequence == newest.sequence && holding?.settings == Self.whole)
        }
        #expect(DeviceBindings.index(in: [], receivedMilliseconds: 0) == nil)
    }

    @Test func `tables made again from the records are equal`() async throws {
        _ = try await bind()
        _ = try await bind(DeviceSettings(), channels: [], after: nil)
        let before = try await bureau.dump()
        try await bureau.book.rebuild()
        #expect(try await bureau.dump() == before)
    }
}
