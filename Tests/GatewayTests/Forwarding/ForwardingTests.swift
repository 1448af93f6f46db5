import HJ212
import Records
import Registry
import Storage
import Synchronization
import TestKit
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(15)))
struct ForwardingTests {
    private let fixture: ForwardingFixture

    init() async throws { fixture = try await ForwardingFixture() }

    /// Chance that follows from a seed.
    private final class Chance: Sendable {
        private let state: Mutex<UInt64>
        init(_ seed: UInt64) { state = Mutex(seed) }

        /// 0 ..< bound.
        func next(_ bound: UInt64) -> UInt64 {
            state.withLock { value in
                value = value &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return (value >> 33) % bound
            }
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `whatever breaks the line, every packet arrives and in the order of the log`(seed: UInt64) async throws {
        let chance = Chance(seed)
        let platform = try await LoopbackPlatform.start { _, _ in
            switch chance.next(60) {
            case 0: .close(keeping: false)
            case 1: .close(keeping: true)
            case 2: .silence
            default: .answer
            }
        }
        try await fixture.set(fixture.upstream(port: platform.port))
        try await fixture.receive(300)
        let fixture = fixture
        let board = try await fixture.forward(pace: { $0.answerMilliseconds = 100 }) { board in
            try await fixture.receive(300, from: 300, of: ForwardingFixture.outlet)
            try await fixture.waitUntilSettled(board)
        }
        #expect(platform.firstNumbers == (0..<600).map(ForwardingFixture.qn))
        #expect(board.statuses["city"]?.state.packets ?? 0 >= 600)
        #expect(platform.lineCount > 1)
        await platform.stop()
    }

    @Test func `after a restart it goes on where it was: nothing is missing, little comes twice`() async throws {
        let platform = try await LoopbackPlatform.start()
        try await fixture.set(fixture.upstream(port: platform.port))
        try await fixture.receive(2_000)
        let fixture = fixture
        for part in 1...3 {
            try await fixture.forward { _ in
                try await ForwardingFixture.wait("part") { platform.packets.count >= part * 300 }
            }
            let saved = try #require(try await fixture.savedState())
            #expect(saved.settled.rawValue > 0 && saved.settled <= saved.sent)
        }
        try await fixture.forward { try await fixture.waitUntilSettled($0) }
        #expect(platform.firstNumbers == (0..<2_000).map(ForwardingFixture.qn))
        // Of each line that was cut only what was on its way.
        #expect(platform.packets.count <= 2_000 + 3 * ForwardingPace().window)
        #expect(try await fixture.savedState()?.settled == fixture.log.durableEnd)
        await platform.stop()
    }

    @Test func `a lost state repeats packets and loses none`() async throws {
        let platform = try await LoopbackPlatform.start()
        try await fixture.receive(5, from: 900)
        try await fixture.set(fixture.upstream(port: platform.port))
        try await fixture.receive(20)
        let fixture = fixture
        try await fixture.forward { try await fixture.waitUntilSettled($0) }
        try await fixture.bureau.book.database.write { try ForwardingState.forget("city", in: $0) }
        try await fixture.forward { try await fixture.waitUntilSettled($0) }
        let numbers = (0..<20).map(ForwardingFixture.qn)
        // What came before the platform was added is not for it, neither time.
        #expect(platform.numbers == numbers + numbers)
        await platform.stop()
    }

    @Test func `a platform that does not read slows the reading of the log, and no other platform`() async throws {
        let slow = try await LoopbackPlatform.start()
        let silent = try await LoopbackPlatform.start { _, _ in .silence }
        let quick = try await LoopbackPlatform.start()
        slow.read(false)
        try await fixture.set(fixture.upstream("slow", port: slow.port))
        try await fixture.set(fixture.upstream("silent", port: silent.port))
        try await fixture.set(fixture.upstream("quick", port: quick.port))
        try await fixture.receive(3_000)
        let fixture = fixture
        try await fixture.forward { board in
            try await fixture.waitUntilSettled(board, "quick")
            for id in ["slow", "silent"] {
                let status = try #require(board.statuses[id])
                #expect(status.unsettled <= ForwardingPace().window)
                #expect(status.state.settled < fixture.log.durableEnd && status.state.packets == 0)
            }
            slow.read(true)
            try await fixture.waitUntilSettled(board, "slow")
        }
        #expect(slow.firstNumbers == (0..<3_000).map(ForwardingFixture.qn))
        #expect(silent.packets.count < 3_000)
        for platform in [slow, silent, quick] { await platform.stop() }
    }

    @Test func `an answer with another number or of another device acknowledges nothing`() async throws {
        let isRight = Atomic(false)
        let platform = try await LoopbackPlatform.start { packet, count in
            guard !isRight.load(ordering: .relaxed) else { return .answer }
            let isOther = count.isMultiple(of: 2)
            var writer = PacketWriter(
                qn: isOther ? "20261122079999999" : packet.exchangeNumber?.string, systemType: .interaction,
                command: .dataAnswer, password: "123456", mn: isOther ? ForwardingFixture.station : "OTHER",
                flag: PacketFlag(rawValue: 4))
            writer.add(["x": "1"])
            return .send((try? writer.frame()) ?? [])
        }
        try await fixture.set(fixture.upstream(port: platform.port))
        try await fixture.receive(2)
        let fixture = fixture
        let board = try await fixture.forward(pace: { $0.answerMilliseconds = 200 }) { board in
            try await ForwardingFixture.wait("stray answers") { board.statuses["city"]?.strayAnswers ?? 0 >= 2 }
            #expect(board.statuses["city"]?.state.packets == 0)
            isRight.store(true, ordering: .relaxed)
            try await fixture.waitUntilSettled(board)
        }
        // Repeated until it was answered rightly, in order.
        #expect(platform.numbers.prefix(4) == [0, 1, 0, 1].map(ForwardingFixture.qn)[...])
        #expect(board.statuses["city"]?.resent ?? 0 >= 2)
        await platform.stop()
    }

    @Test func `copies carry the numbers and the password of the platform and say the same`() async throws {
        let platform = try await LoopbackPlatform.start()
        try await fixture.set(
            fixture.upstream(
                port: platform.port, numbers: [ForwardingFixture.station: "HB0000000000000000000042"],
                form: .rewritten))
        try await fixture.receive(2, wantsAnswer: false)
        try await fixture.receive(1, from: 2, of: ForwardingFixture.outlet)
        let fixture = fixture
        try await fixture.forward(passwords: "# 市平台\ncity=Ab9876\n") { try await fixture.waitUntilSettled($0) }
        let copies = platform.packets
        #expect(copies.count == 3)
        let originals = try fixture.log.read(from: fixture.log.start).compactMap { Packet(record: $0.entry.raw) }
        for (copy, original) in zip(copies, originals) {
            #expect(copy.frame.isLengthRight && copy.frame.checksum == .right)
            #expect(copy.content == original.content)
            #expect(copy.head(.pw)?.string == "Ab9876")
            for field in [HeadField.qn, .st, .cn] { #expect(copy.head(field) == original.head(field)) }
            // It answers, so that it is asked to, and the version stays.
            #expect(copy.flag?.rawValue == 5)
        }
        #expect(
            copies.map { $0.head(.mn)?.string } == [
                "HB0000000000000000000042", "HB0000000000000000000042", ForwardingFixture.outlet,
            ])
        await platform.stop()
    }

    @Test func `bytes that go as received are the bytes of the log`() async throws {
        let platform = try await LoopbackPlatform.start()
        try await fixture.set(fixture.upstream(port: platform.port, isAnswering: false))
        try await fixture.receive(3)
        let fixture = fixture
        try await fixture.forward { board in
            try await fixture.waitUntilSettled(board)
            try await ForwardingFixture.wait("three packets") { platform.packets.count == 3 }
        }
        #expect(
            platform.packets.map { Array($0.frame.bytes) }
                == (try fixture.log.read(from: fixture.log.start)).map(\.entry.raw))
        await platform.stop()
    }

    @Test func `only accepted packets of the devices and commands that are chosen go there`() async throws {
        let platform = try await LoopbackPlatform.start()
        try await fixture.set(fixture.upstream(port: platform.port, devices: .kinds([.outlet]), commands: [.hourData]))
        try await fixture.receive(1, from: 1)
        try await fixture.receive(1, from: 2, of: ForwardingFixture.outlet, command: .realtimeData)
        try await fixture.receive(1, from: 3, of: ForwardingFixture.outlet, verdict: .wrongChecksum)
        try await fixture.receive(1, from: 4, of: "XX01")
        try await fixture.receive(1, from: 5, of: ForwardingFixture.outlet)
        let fixture = fixture
        try await fixture.forward { try await fixture.waitUntilSettled($0) }
        #expect(platform.numbers == [ForwardingFixture.qn(5)])
        await platform.stop()
    }

    @Test func `a request of a platform to our devices is refused and counted`() async throws {
        let platform = try await LoopbackPlatform.start()
        try await fixture.set(fixture.upstream(port: platform.port))
        let fixture = fixture
        let request = try PacketWriter(
            qn: "20261122080000001", systemType: .ambientAir, command: .setClock, password: "123456",
            mn: ForwardingFixture.station, flag: PacketFlag(rawValue: 5)
        ).frame()
        let board = try await fixture.forward { board in
            try await ForwardingFixture.wait("a line") { platform.lineCount == 1 }
            platform.send(request)
            try await ForwardingFixture.wait("an answer") { !platform.answers.isEmpty }
        }
        let answer = try #require(platform.answers.first)
        #expect(answer.commandNumber == .requestAnswer && answer.parameter("QnRtn")?.string == "2")
        #expect(answer.exchangeNumber?.string == "20261122080000001")
        #expect(board.statuses["city"]?.refusedRequests == 1)
        await platform.stop()
    }

    @Test func `without its password a platform that wants one gets nothing, and it is said why`() async throws {
        let platform = try await LoopbackPlatform.start()
        try await fixture.set(fixture.upstream(port: platform.port, form: .rewritten))
        try await fixture.receive(1)
        try await fixture.forward(passwords: "province=123456") { board in
            try await ForwardingFixture.wait("the reason") {
                if case .waiting(.passwordMissing, _) = board.statuses["city"]?.phase { return true }
                return false
            }
        }
        #expect(platform.lineCount == 0)
        await platform.stop()
    }

    @Test func `our own gateway is no upper platform: packets would come back for ever`() async throws {
        let platform = try await LoopbackPlatform.start()
        try await fixture.set(fixture.upstream(port: platform.port))
        try await fixture.receive(1)
        try await fixture.forward(ownPort: platform.port) { board in
            try await ForwardingFixture.wait("the reason") {
                if case .waiting(.itself, _) = board.statuses["city"]?.phase { return true }
                return false
            }
        }
        #expect(platform.packets.isEmpty)
        await platform.stop()
    }

    @Test func `set to another address it goes on there, and removed it ends`() async throws {
        let first = try await LoopbackPlatform.start()
        let second = try await LoopbackPlatform.start()
        try await fixture.set(fixture.upstream(port: first.port))
        try await fixture.receive(10)
        let fixture = fixture
        try await fixture.forward { board in
            try await fixture.waitUntilSettled(board)
            try await fixture.set(fixture.upstream(port: second.port))
            try await ForwardingFixture.wait("the second line") { second.lineCount == 1 }
            try await fixture.receive(10, from: 10)
            try await ForwardingFixture.wait("the second") { second.packets.count == 10 }
            try await fixture.bureau.book.record(
                UpstreamActions.remove("city", reason: "不再报送", person: "甲", by: ForwardingFixture.actor))
            try await ForwardingFixture.wait("the end") { board.statuses["city"] == nil }
        }
        #expect(first.numbers + second.numbers == (0..<20).map(ForwardingFixture.qn))
        #expect(try await fixture.savedState() == nil)
        await first.stop()
        await second.stop()
    }
}
