import Demo
import HJ212
import Records
import Storage
import TestKit
import Testing

@testable import Gateway

struct CipheredDeviceTests {
    @Test func `a device of 2025 gets its number, reports ciphered, is acknowledged and takes a new key`() async throws
    {
        let bench = try await CipherBench(registers: true)
        try await bench.bind()
        try await bench.bind(CipherBench.number)
        try await bench.open()
        #expect(bench.answered == 1, "1001 is answered like data")
        try await bench.ask(.assignNumber, ["mn": CipherBench.number])
        try await bench.pass(seconds: 120)
        let before = try await bench.readings
        #expect(before > 0)
        #expect(try bench.log.contains { Packet(kept: $0.entry.raw)?.deviceNumber == CipherBench.number })
        let data = try bench.log.filter { Packet(kept: $0.entry.raw)?.isCiphered == true }
        #expect(!data.isEmpty && data.allSatisfy { $0.entry.verdict == PacketVerdict.accepted.rawValue })

        let old = bench.keys.ring(CipherBench.keyID).current
        let id = try await bench.ask(.setKey, of: CipherBench.number)
        try await bench.pass(seconds: 30)
        #expect(try await bench.command(id).outcome == .finished(1))
        let ring = bench.keys.ring(CipherBench.keyID)
        #expect(ring.current != old && ring.former == [old].compactMap(\.self) && ring.proposed == nil)
        try await bench.pass(seconds: 120)
        #expect(try await bench.readings > before)
        #expect(try await bench.reasons == [])
        let last = try #require(try bench.log.compactMap { Packet(kept: $0.entry.raw) }.last { $0.isCiphered })
        #expect(try last.deciphered(with: ring).role == .current)
        #expect(try await bench.isSecret(ring.current))
        #expect(try await bench.isEqualWhenRebuilt())
    }

    @Test func `hours of a ciphered device are acknowledged`() async throws {
        let bench = try await CipherBench()
        try await bench.bind()
        try await bench.open()
        try await bench.pass(seconds: 3_700)
        #expect(bench.answered > 6)
        let isCaughtUp = bench.session.isCaughtUp
        #expect(isCaughtUp)
        #expect(try await bench.isEqualWhenRebuilt())
    }

    @Test func `with a wrong key nothing is acknowledged, and a mended file reads what waited`() async throws {
        let bench = try await CipherBench(file: "K1 AAAAAAAAAAAAAAAA\n")
        try await bench.bind()
        try await bench.open()
        try await bench.pass(seconds: 700)
        #expect(bench.answered == 0)
        #expect(try await bench.readings == 0)
        #expect(try await bench.reasons == ["keyWrong"])
        #expect(try await bench.isEqualWhenRebuilt())
        let mended = try await CipherBench(
            after: bench, file: "K1 AAAAAAAAAAAAAAAA former\nK1 \(CipherBench.firstKey)\n")
        #expect(try await mended.reasons == [])
        #expect(try await mended.readings > 0)
        #expect(try await mended.isEqualWhenRebuilt())
    }

    @Test func `without a file packets wait, and are read once the service is started with it`() async throws {
        let bench = try await CipherBench(hasKeys: false)
        try await bench.bind()
        try await bench.open()
        try await bench.pass(seconds: 120)
        #expect(bench.answered == 0)
        #expect(try await bench.reasons == ["keyMissing"])
        // Never read with a key, so none is missed.
        #expect(try await bench.isEqualWhenRebuilt())
        let restarted = try await CipherBench(after: bench)
        #expect(try await restarted.reasons == [])
        #expect(try await restarted.readings > 0)
        #expect(try await restarted.isEqualWhenRebuilt())
        await #expect(throws: KeyError(.missing, CipherBench.keyID)) {
            try await KeyRegister.demand(.none, for: restarted.bureau.book)
        }
    }

    @Test func `what was sent before its device and its key were written down is read when they are`() async throws {
        let bench = try await CipherBench()
        try await bench.open()
        try await bench.pass(seconds: 60)
        #expect(try await bench.reasons == ["unknownDevice"])
        try await bench.bind(keyID: nil)
        #expect(try await bench.reasons == ["keyMissing"])
        try await bench.bind()
        #expect(try await bench.reasons == [])
        let read = try await bench.readings
        #expect(read > 0)
        // A binding that names no key any more does not take from what was read.
        try await bench.bind(keyID: nil)
        #expect(try await bench.isEqualWhenRebuilt())
        #expect(try await bench.readings == read)
    }

    @Test func `packets acknowledged with a key and counted after a start without it come out the same`() async throws {
        let bench = try await CipherBench()
        try await bench.bind()
        try await bench.open()
        try await bench.pass(seconds: 30)
        // On disk and acknowledged, not projected when the service ends.
        let last = try #require(try bench.log.last)
        try await bench.bureau.book.archive.packets.append([last.entry, last.entry])
        let without = try await CipherBench(after: bench, hasKeys: false)
        try await without.bureau.projectAllPackets()
        #expect(try await without.reasons == ["keyMissing"])
        let again = try await CipherBench(after: without)
        #expect(try await again.reasons == [])
        #expect(try await again.isEqualWhenRebuilt())
    }
}
