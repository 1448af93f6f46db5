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

/// A bureau with a desk and devices whose time only goes on when told: no sockets, no sleeping.
final class DeskBench: Sendable {
    static let capabilities = [
        RegistryCapability.capability, MonitoringCapability.capability, GatewayCapability.capability,
    ]
    /// The bureau's own device.
    static let own = "OWN1"
    /// A polluter's device.
    static let foreign = "ENT1"

    let bureau: TestBureau
    let mailbox = DeskMailbox()
    /// Gives packets their time in the log.
    let receipt = ClockWatch()
    let desk: CommandDesk
    private let steady: SteadyClock

    /// - Parameter directory: of a bureau that goes on after a restart.
    init(directory: String? = nil, clock: TestClock = TestClock()) async throws {
        bureau = try await TestBureau(Self.capabilities, directory: directory, clock: clock)
        let box = SteadyClock(0)
        self.steady = box
        desk = CommandDesk(
            book: bureau.book, mailbox: mailbox, clock: receipt,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            uptime: { box.milliseconds })
        if directory == nil { try await register() }
    }

    private func register() async throws {
        let actor = TestBureau.actor(Self.capabilities)
        try await bureau.book.record(
            TestStation.registration(by: actor))
        for (mn, ownership) in [(Self.own, DeviceOwnership.bureau), (Self.foreign, .enterprise)] {
            var settings = DeviceSettings()
            settings.ownership = ownership
            try await bureau.book.record(
                RegistryActions.bind(
                    device: mn, to: "S1", channels: [DeviceChannel(code: "a34004", item: "pm25")], settings: settings,
                    by: actor))
        }
    }

    var now: Int64 { bureau.clock.milliseconds }

    /// Time passes, and the desk looks round once.
    func pass(seconds: Int64) async {
        bureau.clock.advance(seconds: seconds)
        steady.advance(milliseconds: seconds * 1_000)
        await desk.work()
    }

    /// Time passes in steps of a second, in which the desk looks round.
    func passSlowly(seconds: Int64) async {
        for _ in 0..<seconds { await pass(seconds: 1) }
    }

    /// Puts a command on record and returns it.
    @discardableResult
    func ask(
        _ name: CommandName, _ parameters: [String: String] = [:], of mn: String = DeskBench.own,
        by actor: Actor = TestBureau.actor(DeskBench.capabilities), _ change: (inout CommandRequest) -> Void = { _ in }
    ) async throws -> DeviceCommand {
        var request = CommandRequest(
            mn: mn, name: name.rawValue, parameters: parameters, reason: "核对", basis: "监测计划")
        change(&request)
        let book = try CommandBook(bureau.catalog, on: .init(year: 2026, month: 11, day: 22)!)
        let ownership = try await bureau.book.database.read {
            try RegistryStore.bindings(of: mn, in: $0).last?.settings.ownership
        }
        let id = MintedID.mint(at: now)
        try await bureau.book.record(
            request.action(id: id, ownership: try #require(ownership), book: book, by: actor))
        return try await command(id)
    }

    func command(_ id: String) async throws -> DeviceCommand {
        try #require(try await bureau.book.database.read { try CommandStore.command(id, in: $0) })
    }

    func commands(of mn: String = DeskBench.own) async throws -> [DeviceCommand] {
        try await bureau.book.database.read { try CommandStore.commands(of: mn, limit: 100, in: $0) }
    }
}

/// Milliseconds of a clock that is moved by hand.
final class SteadyClock: Sendable {
    private let state: Mutex<Int64>
    init(_ milliseconds: Int64) { state = Mutex(milliseconds) }
    var milliseconds: Int64 { state.withLock { $0 } }
    func advance(milliseconds: Int64) { state.withLock { $0 += milliseconds } }
}
