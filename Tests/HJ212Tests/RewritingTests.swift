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

    @Test(arguments: ["A;CN=1012", "A&&", "A,B", "A\r\n"])
    func `a number that would break the grammar is refused`(number: String) throws {
        let packet = try packet()
        #expect(throws: PacketWriterError.self) { try PacketWriter.frame(rewriting: packet, mn: number) }
        #expect(throws: PacketWriterError.self) { try PacketWriter.frame(rewriting: packet, password: number) }
    }
}
