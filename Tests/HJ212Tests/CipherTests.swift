import Testing

@testable import HJ212

/// HJ 212-2025, Annex A.2: both examples, whose key is sixteen times the character 0.
struct CipherTests {
    private static let head = "QN=20240520210700000;ST=31;CN=2051;PW=123456;MN=010000A8900016F000169DC0;Flag=9;"
    private static let secondPlain =
        "DataTime=20240520210600;a01011-Min=1.35,a01011-Avg=1.35,a01011-Max=1.35,a01011-Flag=N;"
        + "a01014-Min=3.20,a01014-Avg=3.20,a01014-Max=3.20,a01014-Flag=N"
    private static let firstPlain =
        "DataTime=20240520210600;a01011-Min=1.35,a01011-Avg=1.35,a01011-Max=1.35,a01011-Flag=N;"
        + "a01012-Min=9.3,a01012-Avg=9.3,a01012-Max=9.3,a01012-Flag=N;"
        + "a01014-Min=3.20,a01014-Avg=3.211,a01014-Max=3.212,a01014-Flag=N"

    private func key(_ text: String) throws -> CipherKey { try #require(CipherKey(text: text)) }
    private func zeros() throws -> CipherKey { try key("0000000000000000") }

    private func packet(_ bytes: [UInt8]) throws -> Packet { try #require(Packet.all(in: bytes).first) }

    private func writer(_ content: String) throws -> PacketWriter {
        let plain = try packet(PacketWriter.frame(ofSegment: Array((Self.head + "CP=&&\(content)&&").utf8)))
        var writer = PacketWriter(
            qn: "20240520210700000", systemType: .airSource, command: .minuteData, password: "123456",
            mn: "010000A8900016F000169DC0", flag: PacketFlag(version: .v2025, wantsAnswer: true))
        for group in plain.groups {
            writer.add(group: group.map { ($0.name.string, $0.value?.string ?? "") })
        }
        return writer
    }

    @Test func `the second example is deciphered`() throws {
        let deciphered = try packet(GoldenPackets.bytes(GoldenPackets.ciphered)).deciphered(
            with: KeyRing(current: zeros()))
        #expect(deciphered.role == .current)
        #expect(!deciphered.isLengthOfWire)
        #expect(deciphered.packet.content.string == Self.secondPlain)
        #expect(deciphered.packet.isValid)
        #expect(deciphered.packet.issues.isEmpty)
        #expect(deciphered.packet.frame.checksumText.elementsEqual("B541".utf8))
        #expect(deciphered.packet.items.map(\.code.string) == ["a01011", "a01014"])
    }

    @Test func `the second example is written byte for byte`() throws {
        let written = try writer(Self.secondPlain).frame(cipheredWith: zeros())
        #expect(String(decoding: written, as: UTF8.self) == GoldenPackets.ciphered)
    }

    @Test(.enabled(if: SharedVectors.arePresent, "../shared/data/hj212/vectors.jsonl is absent"))
    func `the first example is deciphered and written byte for byte`() throws {
        let vector = try #require(SharedVectors.all.first { $0.id == "v0114" })
        let deciphered = try packet(vector.bytes).deciphered(with: KeyRing(current: zeros()))
        #expect(deciphered.packet.content.string == Self.firstPlain)
        #expect(deciphered.packet.frame.declaredLength == 295)
        #expect(deciphered.packet.frame.segment.count == 295)
        #expect(deciphered.packet.frame.checksumText.elementsEqual("2200".utf8))
        #expect(try writer(Self.firstPlain).frame(cipheredWith: zeros()) == vector.bytes)
    }

    @Test(arguments: PacketWriter.CipherLength.allCases)
    func `a length field of the plain text and one of what is sent are both framed and read`(
        length: PacketWriter.CipherLength
    ) throws {
        let bytes = try writer(Self.secondPlain).frame(cipheredWith: zeros(), length: length)
        for chunk in [1, 7, 2000] {
            let scanned = Scanned(bytes + GoldenPackets.bytes(GoldenPackets.annexA) + bytes, chunk: chunk)
            #expect(scanned.frames.map(\.boundary) == [.cipher, .length, .cipher])
        }
        let received = try packet(bytes)
        #expect(received.isValid)
        #expect(!received.frame.isAcceptable)
        let deciphered = try received.deciphered(with: KeyRing(current: zeros()))
        #expect(deciphered.packet.content.string == Self.secondPlain)
        #expect(deciphered.packet.isValid)
        #expect(deciphered.isLengthOfWire == (length == .wire))
    }

    @Test func `what is written is read back for every length of the content`() throws {
        let secret = try key("a-key_of.16bytes")
        for count in 1...70 {
            let content = "a=" + String(repeating: "7", count: count)
            let received = try packet(writer(content).frame(cipheredWith: secret))
            #expect(received.isCiphered == (content.utf8.count >= 16))
            if received.isCiphered {
                #expect(try received.deciphered(with: KeyRing(current: secret)).packet.content.string == content)
            } else {
                #expect(received.content.string == content)
            }
        }
    }

    @Test func `a wrong key never passes for a right one`() throws {
        let received = try packet(writer(Self.secondPlain).frame(cipheredWith: zeros()))
        for number in 0..<600 {
            let wrong = try key("wrong-key-" + String(100_000 + number * 37))
            #expect(throws: DecipherError(code: .wrongKey)) { try received.deciphered(with: KeyRing(current: wrong)) }
        }
    }

    @Test func `content that is not of the form is refused with its reason`() throws {
        let ring = KeyRing(current: try zeros())
        let clear = try packet(GoldenPackets.bytes(GoldenPackets.annexA))
        #expect(throws: DecipherError(code: .notCiphered)) { try clear.deciphered(with: ring) }
        let good = GoldenPackets.ciphered
        #expect(throws: DecipherError(code: .noKey)) {
            try packet(GoldenPackets.bytes(good)).deciphered(with: KeyRing())
        }
        for (old, new) in [
            ("{0xE4,", "{0xE4;"), ("{0xE4,", "{0xE4,0xE4,"), ("{0xE4,", "{0xG4,"), ("0x3E,", "0x3,"),
            ("0xA4}", "0xA4,}"),
        ] {
            let spoiled = good.replacing(old, with: new)
            #expect(throws: DecipherError(code: .malformed), "\(new)") {
                try #require(Packet(record: Array(spoiled.utf8))).deciphered(with: ring)
            }
        }
        let altered = good.replacing("{0xE4,", with: "{0xE5,")
        #expect(throws: DecipherError(code: .wrongKey)) {
            try packet(GoldenPackets.bytes(altered)).deciphered(with: ring)
        }
    }

    @Test func `the old key is valid until the device confirms the new one`() throws {
        let (old, new) = (try zeros(), try key("1111111111111111"))
        let byOld = try packet(writer(Self.secondPlain).frame(cipheredWith: old))
        let byNew = try packet(writer(Self.secondPlain).frame(cipheredWith: new))
        var ring = KeyRing(current: old)
        ring.propose(new)
        #expect(ring.forWriting == old)
        #expect(try byOld.deciphered(with: ring).role == .current)
        #expect(try byNew.deciphered(with: ring).role == .proposed)
        ring.confirm()
        #expect(ring.forWriting == new)
        #expect(try byNew.deciphered(with: ring).role == .current)
        #expect(try byOld.deciphered(with: ring).role == .former)
        ring.propose(try key("2222222222222222"))
        ring.confirm()
        #expect(try byOld.deciphered(with: ring).role == .former)
    }

    @Test func `a key that was proposed and replaced stays readable, and a second confirmation changes nothing`() throws
    {
        let (old, new) = (try zeros(), try key("1111111111111111"))
        let other = try key("2222222222222222")
        var ring = KeyRing(current: old)
        ring.propose(new)
        ring.propose(other)
        #expect(ring == KeyRing(current: old, proposed: other, former: [new]))
        ring.confirm()
        ring.confirm()
        #expect(ring == KeyRing(current: other, former: [old, new]))
        ring.propose(other)
        #expect(ring.proposed == nil)
    }

    @Test func `a new key has sixteen characters that a packet can carry and is another one each time`() {
        var generator = SystemRandomNumberGenerator()
        let keys = Set((0..<50).map { _ in CipherKey(using: &generator) })
        #expect(keys.count == 50)
        #expect(keys.allSatisfy { $0.text?.utf8.count == 16 })
    }

    @Test(arguments: ["", "000000000000000", "00000000000000000", "00000000;0000000", "00000000 0000000", "钥匙钥匙钥1"])
    func `a key that is not sixteen plain characters is none`(text: String) {
        #expect(CipherKey(text: text) == nil)
    }

    @Test func `a key is never printed`() throws {
        let ring = KeyRing(current: try key("a-key_of.16bytes"))
        var dumped = ""
        dump(ring, to: &dumped)
        for text in ["\(ring)", String(reflecting: ring), dumped] {
            #expect(!text.contains("a-key") && !text.contains("97"), "\(text)")
        }
        #expect(ring.current?.text == "a-key_of.16bytes")
    }
}
