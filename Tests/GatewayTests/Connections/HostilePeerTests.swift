import HJ212
import NIOCore
import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Gateway

/// What a hostile peer does over a real socket must not keep a device from being answered.
@Suite(.timeLimit(.minutes(15)))
struct HostilePeerTests {
    private static let capabilities = GatewayFixture.capabilities
    private static let mn = "DE00000000000000000000F1"

    private let bureau: TestBureau
    private let devices: DeviceDirectory

    init() async throws {
        bureau = try await GatewayFixture.bureau(binding: Self.mn)
        devices = try await DeviceDirectory.open(
            bureau.book, quota: QuarantineQuota(peerBytes: 8_192, totalBytes: 1 << 20, evidenceBytes: 4_096))
    }

    private func run<Value: Sendable>(
        limits: GatewayLimits = GatewayLimits(), _ body: @Sendable (RunningGateway) async throws -> Value
    ) async throws -> Value {
        let clock = bureau.clock
        return try await RunningGateway.run(
            devices, log: bureau.book.archive.packets, limits: limits, clock: { clock.milliseconds }, body)
    }

    private static func packet(_ number: Int, of mn: String = Self.mn) throws -> [UInt8] {
        let digits = String(number)
        let qn = "20261122070000000".dropLast(digits.count) + digits
        var writer = PacketWriter(
            qn: String(qn), systemType: .ambientAir, command: .hourData, password: "123456", mn: mn,
            flag: PacketFlag(version: .v2017, wantsAnswer: true))
        writer.add(["DataTime": "20261122060000"])
        writer.add(code: "a34004", [(.average, "35"), (.flag, "N")])
        return try writer.frame()
    }

    /// A device that connects after everything else is answered.
    private func isAnswered(_ gateway: RunningGateway, _ number: Int = 1) async throws -> Bool {
        let good = try await gateway.connect()
        try await good.send(try Self.packet(number))
        return try await TestPeer.wait { good.heard.text.contains("CN=9014") }
    }

    @Test func `a thousand half-open connections give way, and a device is answered before and after`() async throws {
        var limits = GatewayLimits()
        limits.connectionsPerHost = 100
        try await run(limits: limits) { gateway in
            let good = try await gateway.connect()
            try await good.send(try Self.packet(1))
            #expect(try await TestPeer.wait { good.heard.answers == 1 })
            var flood: [TestPeer] = []
            for index in 0..<1_000 {
                let peer = try await gateway.connect()
                // Half of them begin a packet and never end it.
                if index % 2 == 0 { try? await peer.send(Array("##0123QN=2026".utf8)) }
                flood.append(peer)
            }
            try await good.send(try Self.packet(2))
            #expect(try await TestPeer.wait { good.heard.answers == 2 })
            #expect(try await isAnswered(gateway, 3))
            #expect(try await TestPeer.wait { gateway.tally.counts.connections <= 101 })
            #expect(gateway.tally.counts.closed[.evicted, default: 0] >= 900)
            for peer in flood { peer.channel.close(promise: nil) }
        }
    }

    @Test func `a peer that does not read its answers is held up, closed, and costs the others nothing`() async throws {
        var limits = GatewayLimits()
        limits.unsentBytes = 1_024
        limits.unsentMilliseconds = 200
        limits.setRate(ofDevice: 1_000_000)
        limits.setRate(ofConnection: 1_000_000)
        try await run(limits: limits) { gateway in
            let deaf = try await gateway.connect(reads: false)
            let many = try (0..<1_000).flatMap { try Self.packet($0) }
            // What the sockets of both sides hold is taken in first; then the gateway must stop reading and give up.
            let sending = Task { while !Task.isCancelled { try await deaf.send(many) } }
            #expect(try await TestPeer.wait { gateway.tally.counts.closed[.slowReader] == 1 })
            sending.cancel()
            deaf.channel.close(promise: nil)
            #expect(try await isAnswered(gateway))
        }
    }

    @Test func `a flood of spoiled packets is kept up to its quota, never answered, and its connection closed`()
        async throws
    {
        let closed = try await run { gateway in
            var spoiled = try Self.packet(1)
            spoiled[40] ^= 1
            let peer = try await gateway.connect()
            try await peer.send(Array(repeating: spoiled, count: 500).flatMap { $0 })
            #expect(try await TestPeer.wait { !peer.channel.isActive })
            #expect(peer.heard.text.isEmpty)
            #expect(gateway.tally.counts.lostEvidence > 0)
            #expect(try await isAnswered(gateway, 2))
            return gateway.tally.counts.closed
        }
        #expect(closed[.damaged] == 1)
        let log = bureau.book.archive.packets
        // A packet takes up 512 bytes at least, and 4,096 were allowed.
        #expect(try log.read(from: log.start).count == 8 + 1)
    }

    @Test func `a flood of made-up devices is lost past its quota, and a device of the register is answered`()
        async throws
    {
        try await run { gateway in
            let peer = try await gateway.connect()
            try await peer.send(try (0..<200).flatMap { try Self.packet($0, of: "FLOOD\($0)") })
            #expect(try await TestPeer.wait { gateway.tally.counts.closed[.quota] == 1 })
            #expect(gateway.tally.counts.lost > 0)
            #expect(try await isAnswered(gateway))
        }
    }

    @Test func `one giant line is no packet and ends its connection`() async throws {
        try await run { gateway in
            let peer = try await gateway.connect()
            // Whether the last of it arrives is not the point: the gateway hangs up in between.
            try? await peer.send([UInt8](repeating: UInt8(ascii: "x"), count: 4 << 20))
            #expect(try await TestPeer.wait { gateway.tally.counts.closed[.notHJ212] == 1 })
            #expect(try await isAnswered(gateway))
        }
    }

    @Test func `one giant packet that never ends is cut up and does not grow the memory`() async throws {
        try await run { gateway in
            let peer = try await gateway.connect()
            try? await peer.send(Array("##9999QN=2".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 4 << 20))
            #expect(try await TestPeer.wait { !peer.channel.isActive })
            #expect(try await isAnswered(gateway))
        }
    }

    @Test func `a device over its rate waits for its turn and loses nothing`() async throws {
        var limits = GatewayLimits()
        limits.framesPerDevice = 50
        limits.burstPerDevice = 10
        try await run(limits: limits) { gateway in
            let fast = try await gateway.connect()
            for start in stride(from: 0, to: 60, by: 20) {
                try await fast.send(try (start..<start + 20).flatMap { try Self.packet($0) })
            }
            #expect(try await TestPeer.wait { fast.heard.answers == 60 })
            #expect(gateway.tally.counts.heldUp > 0)
        }
    }

    @Test func `who ends its side after sending still gets its answers, and is closed then`() async throws {
        try await run { gateway in
            let peer = try await gateway.connect()
            try await peer.send(try Self.packet(1) + Self.packet(2))
            try await peer.channel.close(mode: .output)
            #expect(try await TestPeer.wait { !peer.channel.isActive })
            #expect(peer.heard.answers == 2)
        }
    }

    @Test func `a connection without a valid packet is closed in its time, one with a device is not`() async throws {
        var limits = GatewayLimits()
        // Long enough for the first packet to arrive in on a busy machine.
        limits.silentMilliseconds = 4_000
        try await run(limits: limits) { gateway in
            let good = try await gateway.connect()
            try await good.send(try Self.packet(1))
            #expect(try await TestPeer.wait { good.heard.answers == 1 })
            let silent = try await gateway.connect()
            #expect(try await TestPeer.wait { gateway.tally.counts.closed[.silent] == 1 })
            #expect(try await TestPeer.wait { !silent.channel.isActive })
            try await good.send(try Self.packet(2))
            #expect(try await TestPeer.wait { good.heard.answers == 2 })
        }
    }
}
