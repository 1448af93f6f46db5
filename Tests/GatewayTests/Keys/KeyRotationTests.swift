import HJ212
import Records
import Registry
import Storage
import TestKit
import Testing

@testable import Gateway

struct KeyRotationTests {
    private func reporting() async throws -> CipherBench {
        let bench = try await CipherBench()
        try await bench.bind()
        try await bench.open()
        try await bench.pass(seconds: 35)
        return bench
    }

    @Test func `a service that ends before the device hears of its new key sends the same key again`() async throws {
        let bench = try await reporting()
        let id = try await bench.ask(.setKey)
        bench.cut = [.toDevice]
        try await bench.pass(seconds: 5)
        #expect(try await bench.command(id).stage == .running)
        let new = try #require(bench.keys.ring(CipherBench.keyID).proposed)
        let restarted = try await CipherBench(after: bench)
        #expect(restarted.keys.ring(CipherBench.keyID).proposed == new)
        try await restarted.open()
        try await restarted.pass(seconds: 60)
        #expect(try await restarted.command(id).outcome == .finished(1))
        #expect(restarted.keys.ring(CipherBench.keyID).current == new)
        #expect(try await restarted.reasons == [])
        #expect(try await restarted.isSecret(new))
        #expect(try await restarted.isEqualWhenRebuilt())
    }

    @Test func `a service that ends after the device took its new key reads what it sends and keeps the key`()
        async throws
    {
        let bench = try await reporting()
        let id = try await bench.ask(.setKey)
        bench.cut = [.fromDevice]
        try await bench.pass(seconds: 5)
        let new = try #require(bench.keys.ring(CipherBench.keyID).proposed)
        let restarted = try await CipherBench(after: bench)
        let before = try await restarted.readings
        try await restarted.open()
        try await restarted.pass(seconds: 120)
        #expect(restarted.keys.ring(CipherBench.keyID).current == new)
        #expect(try await restarted.command(id).outcome?.isSuccess == true)
        #expect(try await restarted.reasons == [])
        #expect(try await restarted.readings > before)
        #expect(try await restarted.isEqualWhenRebuilt())
    }

    @Test func `a device that takes its key and says nothing is believed by its packets`() async throws {
        let bench = try await reporting()
        let id = try await bench.ask(.setKey)
        bench.cut = [.fromDevice]
        try await bench.pass(seconds: 3)
        // Its answers are lost, and it hears nothing more of the request.
        bench.cut = [.toDevice]
        try await bench.pass(seconds: 60)
        #expect(try await bench.command(id).outcome == .taken)
        let ring = bench.keys.ring(CipherBench.keyID)
        #expect(ring.proposed == nil && ring.former.count == 1)
        let subjects = try await bench.bureau.book.database.read {
            try RecordStore.subjects(of: KeyActions.confirmed, in: $0)
        }
        #expect(subjects == [CipherBench.keyID])
    }

    @Test func `a device that never answers leaves its key waiting, and the next command sends it again`() async throws
    {
        let bench = try await reporting()
        let first = try await bench.ask(.setKey)
        bench.cut = [.toDevice]
        try await bench.pass(seconds: 50)
        #expect(try await bench.command(first).outcome == .noAnswer)
        let waiting = try #require(bench.keys.ring(CipherBench.keyID).proposed)
        bench.cut = []
        let second = try await bench.ask(.setKey)
        try await bench.pass(seconds: 20)
        #expect(try await bench.command(second).outcome == .finished(1))
        #expect(bench.keys.ring(CipherBench.keyID).current == waiting)
    }

    @Test func `a key is not sent without a file or an id, and the record says why`() async throws {
        let bench = try await CipherBench()
        try await bench.bind(keyID: "K7")
        try await bench.bind(CipherBench.number, keyID: nil)
        try await bench.open()
        #expect(bench.keys.refusal(of: try await binding(CipherBench.hardware, bench)) == KeyError(.unknownID, "K7"))
        #expect(bench.keys.refusal(of: try await binding(CipherBench.number, bench)) == KeyError(.noID))
        #expect(KeyStore.none.refusal(of: try await binding(CipherBench.number, bench)) == KeyError(.noFile))
    }

    private func binding(_ mn: String, _ bench: CipherBench) async throws -> DeviceBinding {
        try #require(try await bench.bureau.book.database.read { try RegistryStore.bindings(of: mn, in: $0).last })
    }

    @Test func `a new password is made by the server, taken by the device and stands nowhere`() async throws {
        let bench = try await reporting()
        let id = try await bench.ask(.setPassword)
        try await bench.pass(seconds: 40)
        #expect(try await bench.command(id).outcome == .finished(1))
        let packets = try bench.log.compactMap { Packet(kept: $0.entry.raw) }
        let sent = try #require(packets.last { $0.commandNumber?.rawValue == 1072 })
        #expect(sent.parameter("NewPW")?.string == "******")
        #expect(sent.frame.checksum == .right)
        let password = try #require(packets.last?.head(.pw)?.string)
        #expect(password != "123456" && password.count == 6)
        // The next command carries it.
        let next = try await bench.ask(.readClock)
        try await bench.pass(seconds: 10)
        #expect(try await bench.command(next).outcome == .finished(1))
        let asked = try bench.log.compactMap { Packet(kept: $0.entry.raw) }.last { $0.commandNumber == .readClock }
        #expect(asked?.head(.pw)?.string == password)
    }
}
