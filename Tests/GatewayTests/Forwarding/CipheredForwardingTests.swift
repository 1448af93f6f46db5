import Foundation
import HJ212
import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Gateway

/// Ciphered packets of HJ 212-2025 on their way to an upper platform.
@Suite(.timeLimit(.minutes(15)))
struct CipheredForwardingTests {
    private static let other = "HB0000000000000000000042"
    private static let content = "DataTime=20261122060000;a34004-Avg=35.10,a34004-Flag=N"

    private let fixture: ForwardingFixture
    private let first: CipherKey
    private let second: CipherKey

    init() async throws {
        fixture = try await ForwardingFixture()
        first = try #require(CipherKey(text: "0123456789abcdef"))
        second = try #require(CipherKey(text: "ABCDEFGHIJKLMNOP"))
        var settings = DeviceSettings()
        settings.keyID = "K1"
        settings.dialect = Dialect.v2025.rawValue
        try await fixture.bureau.book.record(
            RegistryActions.bind(
                device: ForwardingFixture.station, to: "S1", channels: [DeviceChannel(code: "a34004", item: "pm25")],
                settings: settings, by: ForwardingFixture.actor))
    }

    private func keys(_ lines: String) async throws -> KeyStore {
        let path = fixture.bureau.directory + "/keys"
        try Data(lines.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let store = try KeyStore.opening(path)
        try await KeyRegister.recordBound(store, in: fixture.bureau.book)
        return store
    }

    /// Puts a packet into the log as the station sends it.
    private func receive(
        _ number: Int, key: CipherKey, length: PacketWriter.CipherLength = .plain, password: String = "123456"
    ) async throws {
        var writer = PacketWriter(
            qn: ForwardingFixture.qn(number), systemType: .ambientAir, command: .hourData, password: password,
            mn: ForwardingFixture.station, flag: PacketFlag(version: .v2025, wantsAnswer: true))
        writer.add(["DataTime": "20261122060000"])
        writer.add(code: "a34004", [(.average, "35.10"), (.flag, "N")])
        try await fixture.log.append([
            PacketEntry(
                receivedMilliseconds: fixture.bureau.clock.milliseconds, peer: "127.0.0.1:5000",
                verdict: PacketVerdict.accepted.rawValue,
                raw: Array(try writer.frame(cipheredWith: key, length: length).dropLast(2)))
        ])
    }

    private var received: [Packet] {
        get throws { try fixture.log.read(from: fixture.log.start).compactMap { Packet(record: $0.entry.raw) } }
    }

    @Test func `a ciphered packet goes under another number with its content as it was sent, also after a rotation`()
        async throws
    {
        let platform = try await LoopbackPlatform.start()
        try await fixture.set(
            fixture.upstream(port: platform.port, numbers: [ForwardingFixture.station: Self.other], form: .rewritten))
        let store = try await keys("K1 0123456789abcdef former\nK1 ABCDEFGHIJKLMNOP\n")
        try await receive(0, key: first)
        try await receive(1, key: second)
        try await receive(2, key: second, length: .wire)
        let fixture = fixture
        let board = try await fixture.forward(passwords: "city=Ab9876", keys: store) {
            try await fixture.waitUntilSettled($0)
        }
        #expect(platform.numbers == (0..<3).map(ForwardingFixture.qn))
        #expect(board.statuses["city"]?.unwritable == [:])
        for (index, (copy, original)) in zip(platform.packets, try received).enumerated() {
            #expect(copy.content == original.content && copy.isCiphered)
            #expect(copy.head(.mn)?.string == Self.other && copy.head(.pw)?.string == "Ab9876")
            // The platform above reads it with the key that the device has.
            let deciphered = try copy.deciphered(with: KeyRing(current: index == 0 ? first : second))
            #expect(deciphered.packet.content.string == Self.content && deciphered.packet.isValid)
            #expect(deciphered.isLengthOfWire == (index == 2))
        }
        await platform.stop()
    }

    @Test func `without its key it is counted with its reason, and what needs no key goes`() async throws {
        let platform = try await LoopbackPlatform.start()
        try await fixture.set(fixture.upstream(port: platform.port, form: .rewritten))
        try await receive(0, key: first)
        try await receive(1, key: first, password: "Ab9876")
        let fixture = fixture
        let board = try await fixture.forward(passwords: "city=Ab9876") { try await fixture.waitUntilSettled($0) }
        #expect(board.statuses["city"]?.unwritable == [.keyless: 1])
        #expect(platform.packets.map { Array($0.frame.bytes) } == [Array(try received[1].frame.bytes)])
        await platform.stop()
    }

    @Test func `as received it goes byte for byte, without a key`() async throws {
        let platform = try await LoopbackPlatform.start()
        try await fixture.set(fixture.upstream(port: platform.port))
        try await receive(0, key: first)
        let fixture = fixture
        let board = try await fixture.forward { try await fixture.waitUntilSettled($0) }
        #expect(platform.packets.map { Array($0.frame.bytes) } == (try received).map { Array($0.frame.bytes) })
        #expect(board.statuses["city"]?.unwritable == [:])
        await platform.stop()
    }
}
