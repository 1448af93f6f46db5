import HJ212
import Ledger
import Logging
import Monitoring
import Records
import Registry
import ServiceLifecycle
import Storage
import TestKit
import Testing

@testable import Gateway

/// A bureau with two bound devices and platforms above it.
struct ForwardingFixture {
    static let capabilities = [
        RegistryCapability.capability, MonitoringCapability.capability, GatewayCapability.capability,
    ]
    static let station = "DE00000000000000000000F1"
    static let outlet = "DE00000000000000000000F2"
    static var actor: Actor { TestBureau.actor(capabilities) }

    let bureau: TestBureau
    var log: PacketLog { bureau.book.archive.packets }

    init() async throws {
        bureau = try await TestBureau(Self.capabilities)
        try await bureau.book.record([
            TestStation.registration(by: Self.actor),
            RegistryActions.register(
                "D1", kind: .outlet, name: "1号排口",
                fields: ["enterprise": "甲厂", "medium": "air", "limits": .array([])], by: Self.actor),
        ])
        for (mn, object) in [(Self.station, "S1"), (Self.outlet, "D1")] {
            try await bureau.book.record(
                RegistryActions.bind(
                    device: mn, to: object, channels: [DeviceChannel(code: "a34004", item: "pm25")], by: Self.actor))
        }
    }

    /// A platform that wants everything there is, unless told otherwise.
    func upstream(
        _ id: String = "city", port: Int, devices: Upstream.Devices = .kinds([.station, .outlet]),
        numbers: [String: String] = [:], commands: Set<ForwardedCommand> = [.hourData, .realtimeData],
        form: Upstream.Form = .asReceived, isAnswering: Bool = true
    ) -> Upstream {
        Upstream(
            id: id, name: "市平台", host: "127.0.0.1", port: port, devices: devices, numbers: numbers,
            commands: commands, form: form, isAnswering: isAnswering)
    }

    func set(_ upstream: Upstream) async throws {
        try await bureau.book.record(
            UpstreamActions.set(
                upstream, since: log.durableEnd, reason: "市局通知", person: "甲", by: Self.actor))
    }

    /// Puts packets into the log, with numbers that rise from `first`.
    func receive(
        _ count: Int, from first: Int = 0, of mn: String = ForwardingFixture.station,
        command: CommandNumber = .hourData, verdict: PacketVerdict = .accepted, wantsAnswer: Bool = true
    ) async throws {
        let entries = try (first..<first + count).map { number in
            var writer = PacketWriter(
                qn: Self.qn(number), systemType: .ambientAir, command: command, password: "123456", mn: mn,
                flag: PacketFlag(version: .v2017, wantsAnswer: wantsAnswer))
            writer.add(["DataTime": "20261122060000"])
            writer.add(code: "a34004", [(.average, "\(number)"), (.flag, "N")])
            return PacketEntry(
                receivedMilliseconds: bureau.clock.milliseconds, peer: "127.0.0.1:5000", verdict: verdict.rawValue,
                raw: Array(try writer.frame().dropLast(2)))
        }
        try await log.append(entries)
    }

    static func qn(_ number: Int) -> String {
        let digits = String(number)
        return "2026112207" + String(repeating: "0", count: 7 - digits.count) + digits
    }

    /// Forwards while the body runs, with pauses short enough for tests.
    ///
    /// - Returns: what the board said in the end.
    @discardableResult
    func forward(
        passwords: String = "", keys: KeyStore = .none, ownPort: Int? = nil,
        pace change: (inout ForwardingPace) -> Void = { _ in },
        _ body: @escaping @Sendable (ForwardingBoard) async throws -> Void
    ) async throws -> ForwardingBoard {
        var pace = ForwardingPace()
        pace.firstPause = 1
        pace.greatestPause = 20
        pace.poll = 5
        pace.round = 5
        // A busy machine answers late: only tests that are about it repeat packets.
        pace.answerMilliseconds = 600_000
        change(&pace)
        let board = ForwardingBoard(passwords: try UpstreamPasswords(passwords))
        let clock = bureau.clock
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let service = ForwardingService(
            book: bureau.book, board: board, keys: keys, pace: pace, ownPort: ownPort,
            clock: { clock.milliseconds }, logger: logger)
        let group = ServiceGroup(services: [service], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let result: Result<Void, any Error>
            do {
                result = .success(try await body(board))
            } catch {
                result = .failure(error)
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            try result.get()
        }
        return board
    }

    /// Waits, half a minute at most on a busy machine.
    static func wait(_ what: String, until holds: () async throws -> Bool) async throws {
        for _ in 0..<6_000 {
            if try await holds() { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("waited in vain: \(what)")
    }

    /// Waits until everything in the log is settled with a platform.
    func waitUntilSettled(_ board: ForwardingBoard, _ id: String = "city") async throws {
        try await Self.wait("\(id) settled") { board.statuses[id]?.state.settled == log.durableEnd }
    }

    func savedState(_ id: String = "city") async throws -> ForwardingState? {
        try await bureau.book.database.read { try ForwardingState.all(in: $0)[id] }
    }
}
