import Ledger
import Records
import Registry
import Standards
import TestKit
import Testing

@testable import Gateway

struct CommandCheckTests {
    private let bench: DeskBench
    private let first = Actor(id: "u-1", permissions: [CommandActions.read, CommandActions.control])
    private let second = Actor(id: "u-2", permissions: [CommandActions.read, CommandActions.control])
    private let alone = Actor(
        id: CommandActions.operatorWithoutAccounts, permissions: [CommandActions.read, CommandActions.control])

    init() async throws { bench = try await DeskBench() }

    private func restricted(_ request: inout CommandRequest) {
        request.matter = "津A监〔2026〕17号"
        request.noticeOn = "2026-11-21"
        request.noticeManner = "电话告知并发函"
    }

    private func code(_ body: () async throws -> Void) async -> CommandError.Code? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? CommandError)?.code
        }
    }

    @Test(arguments: [
        (CommandName.readClock, [:]), (.readRealtimeInterval, [:]), (.keepSample, [:]),
        (.historyHours, ["begin": "20261121000000", "end": "20261121230000"]),
    ])
    func `of a polluter's device everybody with the right to read may ask what only reads`(
        name: CommandName, parameters: [String: String]
    ) async throws {
        let reader = Actor(id: "local-operator", permissions: [CommandActions.read])
        #expect(try await bench.ask(name, parameters, of: DeskBench.foreign, by: reader).stage == .waiting)
    }

    @Test(arguments: [
        (CommandName.setClock, [:]), (.setMinuteInterval, ["minutes": "10"]), (.startRealtime, [:]),
        (.calibrate, ["factor": "w01018"]), (.sample, ["factor": "w01018"]), (.clean, ["factor": "w01018"]),
        (.setParameter, ["info": "i13001", "value": "100"]), (.setTimeout, ["seconds": "10", "repeats": "3"]),
    ])
    func `on a polluter's device a change needs a matter, notice and a second person`(
        name: CommandName, parameters: [String: String]
    ) async throws {
        let mn = DeskBench.foreign
        let withoutMatter = await code { try await bench.ask(name, parameters, of: mn, by: first) }
        #expect(withoutMatter == .matterMissing)
        let withoutNotice = await code {
            try await bench.ask(name, parameters, of: mn, by: first) { $0.matter = "1号" }
        }
        #expect(withoutNotice == .noticeMissing)
        let inFuture = await code {
            try await bench.ask(name, parameters, of: mn, by: first) {
                restricted(&$0)
                $0.noticeOn = "2026-11-23"
            }
        }
        #expect(inFuture == .noticeMissing)
        let asked = try await bench.ask(name, parameters, of: mn, by: first, restricted)
        #expect(asked.stage == .unconfirmed)
        // It is not sent before the second person agrees, and that is not the first.
        let device = VirtualDevice(mn, on: bench)
        try await device.appear()
        await bench.passSlowly(seconds: 5)
        #expect(device.received.isEmpty)
        let bySelf = await code {
            try await bench.bureau.book.record(CommandActions.confirm(asked, note: "", by: first))
        }
        #expect(bySelf == .samePerson)
        try await bench.bureau.book.record(CommandActions.confirm(asked, note: "同意", by: second))
        await bench.passSlowly(seconds: 1)
        #expect(device.received.count == 1)
        #expect(try await bench.command(asked.id).confirmedBy == "u-2")
    }

    @Test func `while there are no people nobody can be a second person, and nothing is faked`() async throws {
        let asked = await code {
            try await bench.ask(.sample, ["factor": "w01018"], of: DeskBench.foreign, by: alone, restricted)
        }
        #expect(asked == .noPeople)
        #expect(CommandError(.noPeople).message.contains("尚未设置人员"))
        let waiting = try await bench.ask(.sample, ["factor": "w01018"], of: DeskBench.foreign, by: first, restricted)
        let confirmed = await code {
            try await bench.bureau.book.record(CommandActions.confirm(waiting, note: "", by: alone))
        }
        #expect(confirmed == .noPeople)
    }

    @Test func `the bureau's own device may be set by whoever has the right to control, and by nobody else`()
        async throws
    {
        #expect(try await bench.ask(.setMinuteInterval, ["minutes": "5"], by: alone).stage == .waiting)
        let reader = Actor(id: "u-3", permissions: [CommandActions.read])
        await #expect(throws: RecordsError(.notPermitted, detail: CommandActions.control.rawValue)) {
            try await bench.ask(.setMinuteInterval, ["minutes": "5"], by: reader)
        }
    }

    @Test(arguments: [CommandName.setPassword, .setKey])
    func `passwords and keys are set like parameters, and no secret can be asked for`(name: CommandName) async throws {
        #expect(try await bench.ask(name, by: alone).stage == .waiting)
        #expect(await code { try await bench.ask(name, of: DeskBench.foreign, by: first) } == .matterMissing)
        #expect(await code { try await bench.ask(name, ["key": "0123456789abcdef"], by: alone) } == .wrongParameter)
    }

    @Test(arguments: [
        (CommandName.setRealtimeInterval, ["seconds": "29"]), (.setRealtimeInterval, ["seconds": "3601"]),
        (.setRealtimeInterval, [:]), (.setRealtimeInterval, ["seconds": "060"]), (.setMinuteInterval, ["minutes": "7"]),
        (.readSerial, ["factor": "w01018;CN=3012"]), (.readSerial, ["factor": ""]),
        (.setParameter, ["info": "i13001", "value": "1&&"]), (.setParameter, ["info": "i13001", "value": "1,2"]),
        (.historyHours, ["begin": "20261121000000", "end": "20261120000000"]),
        (.historyHours, ["begin": "20261321000000", "end": "20261321000000"]),
        (.readRealtimeInterval, ["seconds": "30"]),
        (.setSampling, ["factor": "w01018", "start": "250000", "hours": "2"]),
    ])
    func `a parameter outside the catalog's bounds is refused`(name: CommandName, parameters: [String: String]) async {
        #expect(await code { try await bench.ask(name, parameters) } == .wrongParameter)
    }

    @Test func `one request asks for a day of hours at most`() async {
        let found = await code {
            try await bench.ask(.historyHours, ["begin": "20261120000000", "end": "20261121010000"])
        }
        #expect(found == .spanTooLong)
    }

    @Test func `a command without reason or basis is refused`() async {
        #expect(await code { try await bench.ask(.readClock) { $0.reason = " " } } == .reasonMissing)
        #expect(await code { try await bench.ask(.readClock) { $0.basis = "" } } == .basisMissing)
    }

    @Test func `who leaves out that a confirmation is needed is refused`() async throws {
        let action = try await bench.ask(.readClock, by: first)
        #expect(action.stage == .waiting)
        let forged = Action(
            actor: first, name: CommandActions.requested, subject: DeskBench.foreign,
            body: [
                "kind": "device-command", "version": 1, "id": .string(MintedID.mint(at: 0)), "command": "sample",
                "parameters": ["factor": "w01018"], "reason": "r", "basis": "b", "origin": "person", "matter": "1",
                "noticeOn": "2026-11-21", "noticeManner": "m", "needsConfirmation": false,
            ])
        #expect(await code { try await bench.bureau.book.record(forged) } == .otherRule)
    }

    @Test func `an unknown device is asked for nothing`() async {
        await #expect(throws: RecordsError(.unknownSubject, field: "mn", detail: "XX9")) {
            let request = CommandRequest(mn: "XX9", name: "read-clock", reason: "r", basis: "b")
            let book = try CommandBook(bench.bureau.catalog, on: .init(year: 2026, month: 11, day: 22)!)
            try await bench.bureau.book.record(
                request.action(id: MintedID.mint(at: 0), ownership: .bureau, book: book, by: first))
        }
    }
}
