import Demo
import Foundation
import HJ212
import Ledger
import Logging
import Monitoring
import Records
import Registry
import Standards
import Storage
import Synchronization
import TestKit
import Testing

@testable import Gateway

/// A gateway with keys, and a simulated device of 2025 that ciphers what it sends, at the other end of a line without a
/// socket: time only goes on when told.
final class CipherBench {
    /// The number of the hardware, before the platform gives another.
    static let hardware = "DE0000000000000051000001"
    static let number = "DE0000000000000052000001"
    static let keyID = "K1"
    static let firstKey = "0123456789abcdef"

    let bureau: TestBureau
    let keys: KeyStore
    let clock: TestClock
    let desk: CommandDesk
    private let mailbox = DeskMailbox()
    private let intake: PacketIntake
    private let steady = SteadyClock(0)
    private let outbox = Outbox()
    private let line: DeviceLine
    private var scanner = FrameScanner()
    var session: LineSession
    /// What of the line is cut.
    var cut: Set<Direction> = []
    /// Packets that were acknowledged.
    private(set) var answered = 0

    enum Direction { case toDevice, fromDevice }

    static let capabilities = capabilities(.none)

    static func capabilities(_ keys: KeyStore) -> [Capability] {
        [RegistryCapability.capability, MonitoringCapability.capability, GatewayCapability.capability(keys: keys)]
    }

    /// - Parameters:
    ///   - directory: of a bureau that goes on after a restart, with its clock and the device that knows nothing of it.
    ///   - file: the lines of the file of keys; nil for the one that is there.
    ///   - hasKeys: whether the service is started with the file.
    init(
        after earlier: CipherBench? = nil, file: String? = nil, hasKeys: Bool = true, registers: Bool = false
    ) async throws {
        let directory =
            earlier?.bureau.directory
            ?? FileManager.default.temporaryDirectory.appendingPathComponent("qingheng-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let path = directory + "/keys"
        if let text = file ?? (earlier == nil ? "\(Self.keyID) \(Self.firstKey)\n" : nil) {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        }
        let store = hasKeys ? try KeyStore.opening(path) : .none
        keys = store
        clock = earlier?.clock ?? TestClock()
        bureau = try await TestBureau(Self.capabilities(store), directory: directory, clock: clock)
        let steady = steady
        desk = CommandDesk(
            book: bureau.book, mailbox: mailbox, keys: store, clock: ClockWatch(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, uptime: { steady.milliseconds })
        let outbox = outbox
        line = DeviceLine(peer: "127.0.0.1:5000") { bytes in
            outbox.add(bytes)
            return true
        }
        if earlier == nil { try await Self.registerStation(bureau) }
        let devices = try await DeviceDirectory.open(bureau.book, keys: store)
        self.devices = devices
        intake = PacketIntake(devices: devices, capturesUnknown: false, tally: GatewayTally())
        if let earlier {
            session = earlier.session
        } else {
            var fleet = TrialFleet()
            fleet.edition = .hj2025
            fleet.profile = .air
            fleet.firstNumber = Self.hardware
            fleet.registers = registers
            fleet.keys = [Self.hardware: try #require(CipherKey(text: Self.firstKey))]
            session = LineSession(
                name: "0", devices: fleet.devices(),
                answeredThrough: Instant(secondsSince1970: clock.milliseconds / 1_000))
        }
    }

    private let devices: DeviceDirectory

    private static func registerStation(_ bureau: TestBureau) async throws {
        try await bureau.book.record(
            RegistryActions.register(
                "S1", kind: .station, name: "甲站",
                fields: [
                    "town": "甲镇", "longitude": "117", "latitude": "39", "managementLevel": "街镇", "isEvaluated": true,
                ], by: TestBureau.actor(capabilities)))
    }

    func bind(
        _ mn: String = CipherBench.hardware, keyID: String? = CipherBench.keyID,
        ownership: DeviceOwnership = .bureau
    ) async throws {
        var settings = DeviceSettings()
        settings.ownership = ownership
        settings.keyID = keyID
        try await bureau.book.record(
            RegistryActions.bind(
                device: mn, to: "S1", channels: [DeviceChannel(code: "a34004", item: "pm25")], settings: settings,
                by: TestBureau.actor(Self.capabilities)))
        try await devices.refresh()
    }

    private var now: Instant { Instant(secondsSince1970: clock.milliseconds / 1_000) }

    /// The device dials.
    func open() async throws { try await exchange(session.open(at: now)) }

    /// Time passes second by second.
    func pass(seconds: Int64) async throws {
        for _ in 0..<seconds {
            clock.advance(seconds: 1)
            steady.advance(milliseconds: 1_000)
            try await exchange(session.advance(to: now))
        }
        try await bureau.projectAllPackets()
    }

    private func exchange(_ actions: [LineSession.Action]) async throws {
        var frames: [Frame] = []
        for case .write(let bytes) in actions where !cut.contains(.fromDevice) {
            scanner.feed(bytes)
            while let frame = scanner.next() { frames.append(frame) }
        }
        if !frames.isEmpty { try await take(frames) }
        await desk.work()
        let sent = outbox.take()
        if !sent.isEmpty, !cut.contains(.toDevice) { try await exchange(session.receive(sent, at: now)) }
    }

    private func take(_ frames: [Frame]) async throws {
        let taken = intake.take(frames, from: line.peer, receivedMilliseconds: clock.milliseconds)
        let addresses = try await bureau.book.archive.packets.append(taken.entries)
        mailbox.kept(
            taken.heard.map {
                KeptPacket(
                    packet: $0.packet, mn: $0.mn, profile: $0.profile, wallMilliseconds: clock.milliseconds,
                    address: addresses[$0.index], usesProposedKey: $0.usesProposedKey)
            }, from: line)
        answered += taken.answerCount
        if !taken.answers.isEmpty, !cut.contains(.toDevice) {
            try await exchange(session.receive(taken.answers, at: now))
        }
    }

    // MARK: What came of it

    @discardableResult
    func ask(
        _ name: CommandName, _ parameters: [String: String] = [:], of mn: String = CipherBench.hardware
    ) async throws -> String {
        let request = CommandRequest(
            mn: mn, name: name.rawValue, parameters: parameters, reason: "定期更换", basis: "HJ 212-2025")
        let id = MintedID.mint(at: clock.milliseconds)
        try await bureau.book.record(
            request.action(
                id: id, ownership: .bureau, book: try CommandBook(bureau.catalog, on: now.beijingDate),
                by: TestBureau.actor(Self.capabilities)))
        return id
    }

    func command(_ id: String) async throws -> DeviceCommand {
        try #require(try await bureau.book.database.read { try CommandStore.command(id, in: $0) })
    }

    /// How many readings there are.
    var readings: Int {
        get async throws {
            try await bureau.book.database.read { connection in
                try [0, 600, 3_600].reduce(0) { count, seconds in
                    count
                        + (try ReadingStore.readings(
                            from: .init(secondsSince1970: 0), to: .init(secondsSince1970: 2_000_000_000),
                            seconds: seconds, in: connection
                        ).count)
                }
            }
        }
    }

    /// Packets set aside, by their reasons.
    var reasons: Set<String> {
        get async throws {
            Set(
                try await bureau.book.database.read {
                    try $0.rows("SELECT DISTINCT reason FROM packet_quarantine") { try $0.text("reason") }
                })
        }
    }

    /// The bytes of all packets of the log.
    var log: [LoggedPacket] {
        get throws {
            try bureau.book.archive.packets.find(device: nil, key: .device, limit: 100_000)
        }
    }

    /// Whether tables made again with the keys of the file are those that are there.
    func isEqualWhenRebuilt() async throws -> Bool {
        let before = try await bureau.dump()
        try await KeyRegister.demand(keys, for: bureau.book)
        try await bureau.book.rebuild()
        return try await bureau.dump() == before
    }

    /// What a record, a packet of ours or a table must not hold.
    func isSecret(_ key: CipherKey?) async throws -> Bool {
        let text = try #require(key?.text)
        let records = try await bureau.book.database.read { connection in
            try (1...RecordStore.lastSequence(in: connection)).map {
                String(decoding: try RecordStore.record($0, in: connection)?.bytes() ?? [], as: UTF8.self)
            }
        }
        let packets = try log.map { String(decoding: $0.entry.raw, as: UTF8.self) }
        // The last five signs would stand clear behind the ciphered blocks.
        return !(records + packets).contains { $0.contains(text) || $0.contains("}\(text.suffix(5))&&") }
    }
}

/// What was sent to the device and did not reach it yet.
private final class Outbox: Sendable {
    private let state = Mutex<[UInt8]>([])
    func add(_ bytes: [UInt8]) { state.withLock { $0 += bytes } }
    func take() -> [UInt8] {
        state.withLock { bytes in
            defer { bytes = [] }
            return bytes
        }
    }
}
