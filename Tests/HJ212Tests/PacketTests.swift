import Testing

@testable import HJ212

struct PacketTests {
    private func packet(_ text: String) throws -> Packet {
        try #require(Packet.all(in: Array(text.utf8)).first)
    }

    /// A packet with any head and content.
    private func made(_ segment: String) throws -> Packet {
        try #require(Packet.all(in: PacketWriter.frame(ofSegment: Array(segment.utf8))).first)
    }

    @Test func `the fields of the head are read`() throws {
        let packet = try packet(GoldenPackets.annexA)
        #expect(packet.isValid)
        #expect(packet.issues.isEmpty)
        #expect(packet.head(.qn)?.string == "20160801085857223")
        #expect(packet.systemType == .waterSource)
        #expect(packet.commandNumber?.rawValue == 1062)
        #expect(packet.head(.pw)?.equals("100000") == true)
        #expect(packet.head(.mn)?.string == "010000A8900016F000169DC0")
        #expect(packet.flag == PacketFlag(rawValue: 5))
        #expect(packet.wantsAnswer)
        #expect(packet.head(.pnum) == nil)
        #expect(packet.version == .v2017)
        #expect(packet.parameter("rtdinterval")?.integer == 30)
    }

    @Test func `hour data are grouped by code`() throws {
        let packet = try packet(GoldenPackets.hourData)
        #expect(packet.isValid)
        #expect(packet.issues == [.commaInHead])
        #expect(packet.commandNumber?.isMeasurement == true)
        #expect(packet.dataTime == DataTime(year: 2016, month: 8, day: 1, hour: 8))
        #expect(packet.items.map(\.code.string) == ["w00000", "w01001", "w01018"])
        let oxygenDemand = packet.items[2]
        #expect(oxygenDemand[.amount]?.string == "63.0")
        #expect(oxygenDemand[.average]?.string == "40.1")
        #expect(oxygenDemand[.flag]?.string == "N")
        #expect(oxygenDemand[.realtime] == nil)
        #expect(packet.items[1][.amount] == nil)
    }

    @Test(arguments: [
        "DataTime=20240601085800;w01018-Rtd=40.1,w01018-Flag=N;w21003-Rtd=1.8,w21003-Flag=N",
        "DataTime=20240601085800,w01018-Rtd=40.1,w01018-Flag=N,w21003-Rtd=1.8,w21003-Flag=N",
        "DataTime=20240601085800;w01018-Rtd=40.1;w01018-Flag=N;w21003-Rtd=1.8;w21003-Flag=N;",
        " datatime = 20240601085800; W01018-rtd = 40.1 ,w01018-FLAG=N;;w21003-Rtd=1.8,w21003-Flag=N",
        "w21003-Rtd=9,w01018-Rtd=40.1;w21003-Rtd=1.8,w21003-Flag=N,w01018-Flag=N;1;x;DataTime=20240601085800",
    ])
    func `items do not depend on separators, order, case and blanks`(content: String) throws {
        let packet = try made("ST=32;CN=2011;CP=&&\(content)&&")
        #expect(packet.dataTime == DataTime(year: 2024, month: 6, day: 1, hour: 8, minute: 58))
        let values = packet.items.map { [$0.code.string.lowercased(), $0[.realtime]?.string, $0[.flag]?.string] }
        #expect(Set(values) == [["w01018", "40.1", "N"], ["w21003", "1.8", "N"]])
    }

    @Test func `a lost separator damages one item only`() throws {
        let packet = try made("ST=32;CN=2011;CP=&&a1-Rtd=1,a1-Flag=Na2-Rtd=2,a2-Flag=N;a3-Rtd=3&&")
        #expect(packet.items.map(\.isDamaged) == [true, false, false])
        #expect(packet.items[0][.realtime]?.string == "1")
        #expect(packet.items[0][.flag] == nil)
        #expect(packet.issues.contains(.separatorMissing))
    }

    @Test func `log text is kept as it is`() throws {
        let packet = try packet(GoldenPackets.log)
        #expect(packet.isValid)
        #expect(packet.encoding == .utf8)
        #expect(packet.items.first?[.info]?.string == "//清洗管路//")
        let withEquals = try made("ST=32;CN=3020;CP=&&i11001-Info=//a=b//&&")
        #expect(withEquals.items.first?[.info]?.string == "//a=b//")
    }

    @Test func `the last of several values counts`() throws {
        let packet = try packet(GoldenPackets.twice)
        #expect(packet.items.count == 1)
        #expect(packet.items.first?[.realtime]?.string == "2.2")
        #expect(packet.issues == [.duplicateName])
    }

    @Test func `CP is found without a separator before it`() throws {
        let packet = try packet(GoldenPackets.runTime)
        #expect(packet.flag?.rawValue == 5)
        #expect(packet.items.map { $0[.plantRunTime]?.string } == ["1.1", "2.1"])
    }

    @Test(arguments: [
        ("Flag=0;", ProtocolVersion.v2005, false), ("Flag=1;", .v2005, true), ("Flag=4;", .v2017, false),
        ("Flag=7;", .v2017, true), ("Flag=8;", .v2025, false), ("Flag=11;", .v2025, true), ("Flag=255;", .v2025, true),
        ("", .v2005, false), ("Flag=N;", .v2005, false), ("Flag=;", .v2005, false), ("Flag=300;", .v2005, false),
        ("Flag= 5 ;", .v2017, true), ("flag=5;", .v2017, true),
    ])
    func `the flag tells version and answer`(field: String, version: ProtocolVersion, wantsAnswer: Bool) throws {
        let packet = try made("ST=32;CN=2011;MN=1;\(field)CP=&&&&")
        #expect(packet.version == version)
        #expect(packet.wantsAnswer == wantsAnswer)
    }

    @Test func `surface water stations of 2017 are not taken for 2025`() throws {
        let packet = try made("QN=20260706103512345;ST=21;CN=2061;PW=123456;MN=A110000_0001;Flag=9;CP=&&&&")
        #expect(packet.isSurfaceWater)
        #expect(packet.version == .v2017)
        #expect(try !made("ST=21;CN=2061;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&").isSurfaceWater)
    }

    @Test(arguments: [
        ("Flag=7;PNUM=2;PNO=1;", true), ("PNO=0002;PNUM=0002;", true), ("Flag=7;", false),
        ("Flag=7;PNUM=2;PNO=3;", false), ("Flag=7;PNUM=0;PNO=0;", false), ("Flag=5;", false),
    ])
    func `a part counts only when its numbers make sense`(fields: String, isPart: Bool) throws {
        #expect((try made("ST=31;CN=2051;\(fields)CP=&&&&").part != nil) == isPart)
    }

    @Test(arguments: [("2011", true), ("02011", false), ("", false), ("20x1", false)])
    func `a command has at most four digits`(text: String, isRead: Bool) throws {
        #expect((try made("ST=31;CN=\(text);CP=&&&&").commandNumber != nil) == isRead)
    }

    @Test func `sent again is told by RF`() throws {
        #expect(try made("ST=31;CN=2061;Flag=9;RF=1;CP=&&&&").isResent)
        #expect(try !made("ST=31;CN=2061;Flag=9;CP=&&&&").isResent)
    }

    @Test(arguments: [
        ("40.1", true), ("-0.3", true), ("+40.1", true), (".5", true), ("5.", true), ("4.01E+1", true), ("1e5", true),
        ("", false), ("-", false), ("NaN", false), ("null", false), ("inf", false), ("40.1mg/L", false), ("1e", false),
        (".", false), ("1.2.3", false), ("0x10", false), ("４", false),
    ])
    func `a number is told from other text`(text: String, isNumber: Bool) throws {
        let packet = try made("ST=32;CN=2011;CP=&&a-Rtd=\(text)&&")
        #expect(packet.items.first?[.realtime]?.isNumber == isNumber)
    }

    @Test(
        arguments: [
            ("40.10", SentDecimal(units: 4010, scale: 2)), ("-0.3", SentDecimal(units: -3, scale: 1)),
            ("+7", SentDecimal(units: 7, scale: 0)), (".5", SentDecimal(units: 5, scale: 1)),
            ("5.", SentDecimal(units: 5, scale: 0)), ("4.01E+1", SentDecimal(units: 401, scale: 1)),
            ("1e5", SentDecimal(units: 1, scale: -5)), ("1e-5", SentDecimal(units: 1, scale: 5)),
            ("000123", SentDecimal(units: 123, scale: 0)), ("0", SentDecimal(units: 0, scale: 0)),
            ("999999999999999999", SentDecimal(units: 999_999_999_999_999_999, scale: 0)),
            ("1000000000000000000", nil), ("1e31", nil), ("0.0000000000000000001", nil), ("", nil), ("-", nil),
            ("NaN", nil),
            ("40.1mg/L", nil), ("1e", nil), ("--1", nil),
        ] as [(String, SentDecimal?)])
    func `a number is read exactly with the zeros that were sent, or not at all`(text: String, value: SentDecimal?)
        throws
    {
        #expect(try made("ST=32;CN=2011;CP=&&a-Rtd=\(text)&&").items.first?[.realtime]?.decimal == value)
    }

    @Test(
        arguments: [
            ("a-Rtd=1，a-Flag=N", ["1", "N"]), ("a-Rtd=1，a-Max=2，a-Flag=N", ["1", "N"]), ("a-Info=//1，2//", [nil, nil]),
            ("a-Rtd=1，b=2", [nil, nil]),
        ] as [(String, [String?])])
    func `a full-width comma divides only before the name of a field`(content: String, values: [String?]) throws {
        let item = try #require(made("ST=32;CN=2011;CP=&&\(content)&&").items.first)
        #expect([item[.realtime]?.string, item[.flag]?.string] == values)
    }

    @Test func `a packet without CP or without anything is read as far as it goes`() throws {
        for text in ["##", "##0000", "##0007ST=32;", "##0004ST=1;CP=", "##0004ST=1;CP=&&"] {
            let packet = try #require(Packet(record: Array(text.utf8)))
            #expect(!packet.isValid)
            #expect(packet.items.isEmpty)
        }
        #expect(Packet(record: Array("QN=1".utf8)).map(\.isValid) == nil)
        #expect(Packet(record: Array("##".utf8) + Array(repeating: 65, count: Limits.frameBytes)).map(\.isValid) == nil)
    }
}
