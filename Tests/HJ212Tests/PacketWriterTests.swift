import Testing

@testable import HJ212

struct PacketWriterTests {
    private func packet(_ text: String) throws -> Packet {
        try #require(Packet.all(in: Array(text.utf8)).first)
    }

    private func made(_ segment: String) throws -> Packet {
        try #require(Packet.all(in: PacketWriter.frame(ofSegment: Array(segment.utf8))).first)
    }

    private func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    @Test func `the example of Annex A is written byte for byte`() throws {
        var writer = PacketWriter(
            qn: "20160801085857223", systemType: .waterSource, command: CommandNumber(rawValue: 1062),
            password: "100000", mn: "010000A8900016F000169DC0", flag: PacketFlag(version: .v2017, wantsAnswer: true))
        writer.add(["RtdInterval": "30"])
        #expect(text(try writer.frame()) == GoldenPackets.annexA)
    }

    @Test func `groups, fields and optional parts of the head are written in the standard's order`() throws {
        // HJ 212-2017, C.49, second sub-packet.
        let printed =
            "##0201QN=20160801085857535;ST=32;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=6;"
            + "PNUM=2;PNO=2;CP=&&DataTime=20160801080000;w01018-Cou=63.0,w01018-Min=40.1,w01018-Avg=40.1,w01018-Max=40.1,"
            + "w01018-Flag=N&&DEC1\r\n"
        var writer = PacketWriter(
            qn: "20160801085857535", systemType: .waterSource, command: .hourData, password: "123456",
            mn: "010000A8900016F000169DC0", flag: PacketFlag(version: .v2017, isSplit: true))
        writer.set(.pno, "2")
        writer.set(.pnum, "2")
        writer.add(["DataTime": "20160801080000"])
        writer.add(
            code: "w01018",
            [(.amount, "63.0"), (.minimum, "40.1"), (.average, "40.1"), (.maximum, "40.1"), (.flag, "N")])
        #expect(text(try writer.frame()) == printed)
    }

    @Test func `data are answered with 9014 and the number they came with`() throws {
        // HJ 212-2017, C.14: the answer printed under the realtime data, with its length and check value.
        let reply = PacketWriter.reply9014(to: try packet(GoldenPackets.realtimeData))
        #expect(
            text(reply) == "##0087QN=20160801085857223;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;"
                + "Flag=4;CP=&&&&3240\r\n")
    }

    @Test func `the version is kept in the answer`() throws {
        let reply = PacketWriter.reply9014(
            to: try made("QN=20240601085857223;ST=31;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=11;CP=&&&&"))
        #expect(text(reply)?.contains(";CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=8;CP=&&&&21C0") == true)
    }

    @Test(arguments: [
        "QN=1;ST=32;CN=2011;MN=1;Flag=4;CP=&&&&", "QN=1;ST=32;CN=2011;MN=1;CP=&&&&",
        "QN=1;ST=91;CN=9014;MN=1;Flag=5;CP=&&&&", "QN=1;ST=91;CN=9011;MN=1;Flag=5;CP=&&QnRtn=1&&",
    ])
    func `no answer is made where none is wanted, nor to an answer`(segment: String) throws {
        #expect(PacketWriter.reply9014(to: try made(segment)) == nil)
    }

    @Test func `data without a number are answered without`() throws {
        let reply = PacketWriter.reply9014(to: try made("ST=32;CN=2011;PW=123456;MN=1;Flag=5;CP=&&&&"))
        #expect(text(reply)?.dropFirst(6).hasPrefix("ST=91;CN=9014;PW=123456;MN=1;Flag=4;CP=&&&&") == true)
    }

    @Test func `answers of 2005 carry the number in CP`() throws {
        let request = try made("QN=20040516010101001;ST=32;CN=2011;PW=123456;MN=88888880000001;Flag=3;CP=&&&&")
        let head = "PW=123456;MN=88888880000001;Flag=0;CP=&&QN=20040516010101001"
        // The forms printed by open implementations of HJ/T 212-2005, with their length and check value.
        #expect(text(PacketWriter.reply9011(to: request, .ready)) == "##0084ST=91;CN=9011;\(head);QnRtn=1&&7200\r\n")
        #expect(text(PacketWriter.reply9012(to: request, .success)) == "##0085ST=91;CN=9012;\(head);ExeRtn=1&&4100\r\n")
        #expect(text(PacketWriter.reply9013(to: request)) == "##0076ST=91;CN=9013;\(head)&&30C0\r\n")
        #expect(text(PacketWriter.reply9014(to: request))?.contains("CN=9014;\(head)&&") == true)
        let answer = try made("ST=91;CN=9011;\(head);QnRtn=1&&")
        #expect(answer.exchangeNumber?.string == "20040516010101001")
    }

    @Test func `answers of 2017 carry result codes`() throws {
        let request = try packet(GoldenPackets.annexA)
        #expect(text(PacketWriter.reply9011(to: request, .ready))?.contains(";Flag=4;CP=&&QnRtn=1&&") == true)
        #expect(text(PacketWriter.reply9012(to: request, .noData))?.contains(";Flag=4;CP=&&ExeRtn=100&&") == true)
        #expect(text(PacketWriter.reply9013(to: request))?.contains(";ST=91;CN=9013;PW=100000;") == true)
    }

    @Test(arguments: ["1;2", "1,2", "A&", "\r\n", "\0", "A##0101QN=1", "##QN="])
    func `a value that would break the grammar is refused`(value: String) {
        var writer = PacketWriter()
        writer.add(["i11001-Info": value])
        #expect(throws: PacketWriterError(code: .forbiddenCharacter, field: "i11001-Info", byteCount: value.utf8.count))
        {
            try writer.frame()
        }
    }

    @Test func `what looks like a packet inside a field is not repeated in an answer`() throws {
        let packet = try #require(
            Packet(record: Array("##0044QN=1;ST=32;CN=2011;MN=A##0101QN=5;Flag=5;CP=&&&&0000".utf8)))
        #expect(packet.head(.mn)?.string == "A##0101QN=5")
        #expect(PacketWriter.reply9014(to: packet) == nil)
    }

    @Test func `a name that would break the grammar is refused`() {
        var writer = PacketWriter()
        writer.add(["a=b": "1"])
        #expect(throws: PacketWriterError.self) { try writer.frame() }
    }

    @Test func `a segment that the length cannot say is refused`() throws {
        #expect(throws: PacketWriterError(code: .segmentTooLong, field: "", byteCount: 10_000)) {
            try PacketWriter.frame(ofSegment: Array(repeating: 65, count: 10_000))
        }
        #expect(try PacketWriter.frame(ofSegment: Array(repeating: 65, count: 9999)).count == 10_011)
    }
}
