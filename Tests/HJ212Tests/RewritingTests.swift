import Testing

@testable import HJ212

/// HJ 212-2017 §6: a copy for another platform carries that platform's device number and password, and a length and check
/// value of its own.
struct RewritingTests {
    private func packet(
        _ segment: String = "QN=20261122070000001;ST=31;CN=2061;PW=123456;MN=DE01;Flag=5;"
            + "CP=&&DataTime=20261122060000;a34004-Avg=35.10,a34004-Flag=N&&"
    ) throws -> Packet {
        try #require(Packet(record: try PacketWriter.frame(ofSegment: Array(segment.utf8))))
    }

    private func rewritten(
        _ packet: Packet, mn: String? = nil, password: String? = nil, wantsAnswer: Bool? = nil, isResent: Bool = false
    ) throws -> (packet: Packet, segment: String) {
        let frame = try PacketWriter.frame(
            rewriting: packet, mn: mn, password: password, wantsAnswer: wantsAnswer, isResent: isResent)
        let again = try #require(Packet(record: frame))
        #expect(again.frame.isLengthRight && again.frame.checksum == .right)
        return (again, String(decoding: again.frame.segment, as: UTF8.self))
    }

    @Test func `number and password are those of the other platform, all else is byte for byte the same`() throws {
        let copy = try rewritten(try packet(), mn: "HB0000000000000000000042", password: "abcdef")
        #expect(
            copy.segment == "QN=20261122070000001;ST=31;CN=2061;PW=abcdef;MN=HB0000000000000000000042;Flag=5;"
                + "CP=&&DataTime=20261122060000;a34004-Avg=35.10,a34004-Flag=N&&")
    }

    @Test func `a packet without changes is the packet`() throws {
        let packet = try packet()
        #expect(try rewritten(packet).segment == String(decoding: packet.frame.segment, as: UTF8.self))
    }

    @Test func `a wrong length field becomes right, and odd content stays as it is`() throws {
        let segment = "ST=31; CN=2061;pw=1;mn=de01;Flag=5;CP=&& a34004-Avg=35.10;;x&&"
        var frame = try PacketWriter.frame(ofSegment: Array(segment.utf8))
        frame[2...5] = [0x30, 0x30, 0x30, 0x39][...]
        let copy = try rewritten(try #require(Packet(record: frame)), mn: "X2")
        #expect(copy.segment == "ST=31; CN=2061;pw=1;mn=X2;Flag=5;CP=&& a34004-Avg=35.10;;x&&")
    }

    @Test func `bit 0 of the flag asks or does not ask, and the version and the parts stay`() throws {
        let split = try packet("QN=1;ST=31;CN=2061;PW=1;MN=A;Flag=7;PNUM=2;PNO=1;CP=&&x=1&&")
        #expect(try rewritten(split, wantsAnswer: false).packet.flag?.rawValue == 6)
        let silent = try packet("QN=1;ST=31;CN=2061;PW=1;MN=A;Flag=4;CP=&&x=1&&")
        #expect(try rewritten(silent, wantsAnswer: true).packet.flag?.rawValue == 5)
        let old = try packet("ST=31;CN=2061;PW=1;MN=A;CP=&&x=1&&")
        #expect(try rewritten(old, wantsAnswer: true).packet.flag == nil)
    }

    @Test(arguments: [
        // HJ 212-2025 marks what is sent again; before it, and at surface water stations, it is repeated as it was.
        ("Flag=9;CP=&&x=1&&", "MN=A;", "Flag=9;RF=1;CP=&&x=1&&"),
        ("Flag=9;RF=1;CP=&&x=1&&", "MN=A;", "Flag=9;RF=1;CP=&&x=1&&"),
        ("Flag=9CP=&&x=1&&", "MN=A;", "Flag=9;RF=1;CP=&&x=1&&"),
        ("Flag=5;CP=&&x=1&&", "MN=A;", "Flag=5;CP=&&x=1&&"),
        ("Flag=1;CP=&&x=1&&", "MN=A;", "Flag=1;CP=&&x=1&&"),
        ("Flag=9;CP=&&x=1&&", "MN=A110000_0001;", "Flag=9;CP=&&x=1&&"),
    ])
    func `what is sent again is marked as its edition says`(tail: String, mn: String, expected: String) throws {
        let head = "QN=1;ST=21;CN=2061;PW=1;" + mn
        #expect(try rewritten(try packet(head + tail), isResent: true).segment == head + expected)
    }

    @Test func `a packet without password gets one before its number`() throws {
        let copy = try rewritten(try packet("QN=1;ST=31;CN=2061;MN=A;Flag=5;CP=&&x=1&&"), password: "abc")
        #expect(copy.segment == "QN=1;ST=31;CN=2061;PW=abc;MN=A;Flag=5;CP=&&x=1&&")
    }

    // MARK: Ciphered content (HJ 212-2025, Annex A.2, second example)

    private func ciphered() throws -> (packet: Packet, key: CipherKey) {
        let packet = try #require(Packet(record: GoldenPackets.bytes(GoldenPackets.ciphered)))
        return (packet, try #require(CipherKey(text: "0000000000000000")))
    }

    @Test func `ciphered content stays as it was sent under another number, and its check value is right`() throws {
        let (packet, key) = try ciphered()
        let ring = KeyRing(current: key)
        let frame = try PacketWriter.frame(
            rewriting: packet, keys: ring, mn: "HB42", password: "abcdef", wantsAnswer: false, isResent: true)
        let copy = try #require(Packet.all(in: frame).first)
        #expect(copy.content == packet.content)
        #expect(
            String(decoding: copy.frame.segment, as: UTF8.self).hasPrefix(
                "QN=20240520210700000;ST=31;CN=2051;PW=abcdef;MN=HB42;Flag=8;RF=1;CP=&&{0xE4,"))
        let deciphered = try copy.deciphered(with: ring)
        #expect(deciphered.packet.isValid && !deciphered.isLengthOfWire)
        #expect(deciphered.packet.content == (try packet.deciphered(with: ring)).packet.content)
        // The length of the example, another number of 4 signs instead of 24, and `RF=1;`.
        #expect(copy.frame.declaredLength == 234 - 20 + 5)
        // Written anew from the plain text with the same key it is the same, byte for byte.
        let plain = Array(deciphered.packet.frame.segment)
        #expect(try PacketWriter.ciphered(segment: plain, with: key) == Array(copy.frame.segment))
    }

    @Test func `a length that counted what was sent does so again`() throws {
        let (packet, key) = try ciphered()
        let text = GoldenPackets.ciphered.replacing("##0234", with: "##0\(packet.frame.segment.count)")
        let ring = KeyRing(current: CipherKey(text: "1111111111111111"), former: [key])
        let frame = try PacketWriter.frame(
            rewriting: try #require(Packet(record: Array(text.utf8))), keys: ring, mn: "HB42")
        let copy = try #require(Packet.all(in: frame).first)
        #expect(copy.frame.isLengthRight)
        let deciphered = try copy.deciphered(with: ring)
        #expect(deciphered.isLengthOfWire && deciphered.role == .former)
    }

    @Test func `a ciphered packet without changes goes byte for byte, without a key`() throws {
        let packet = try ciphered().packet
        let frame = try PacketWriter.frame(
            rewriting: packet, mn: "010000A8900016F000169DC0", password: "123456", wantsAnswer: true)
        #expect(String(decoding: frame, as: UTF8.self) == GoldenPackets.ciphered)
        // Also one that came with another line end, as it lies in the log.
        let bare = try #require(Packet(record: Array(packet.frame.bytes.dropLast(2))))
        #expect(try PacketWriter.frame(rewriting: bare) == frame)
    }

    @Test func `without a fitting key a ciphered packet is refused where its head changes`() throws {
        let packet = try ciphered().packet
        for ring in [KeyRing(), KeyRing(current: CipherKey(text: "1111111111111111"))] {
            #expect(throws: PacketWriterError(code: .ciphered, field: "CP", byteCount: packet.frame.segment.count)) {
                try PacketWriter.frame(rewriting: packet, keys: ring, mn: "HB42")
            }
        }
    }

    @Test(arguments: ["A;CN=1012", "A&&", "A,B", "A\r\n"])
    func `a number that would break the grammar is refused`(number: String) throws {
        let packet = try packet()
        #expect(throws: PacketWriterError.self) { try PacketWriter.frame(rewriting: packet, mn: number) }
        #expect(throws: PacketWriterError.self) { try PacketWriter.frame(rewriting: packet, password: number) }
    }
}
