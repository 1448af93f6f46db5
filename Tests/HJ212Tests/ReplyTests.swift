import Testing

@testable import HJ212

/// The answers that judged packets are due.
struct ReplyTests {
    private static let received: Int64 = 1_717_203_600

    private func reply(_ segment: String, _ profile: DeviceProfile) throws -> String? {
        let frame = try PacketWriter.frame(ofSegment: Array(segment.utf8))
        let packet = try #require(Packet.all(in: frame).first)
        let judgement = profile.judge(packet, received: Self.received)
        return PacketWriter.reply(to: judgement, as: profile.dialect).map {
            String(String(decoding: $0, as: UTF8.self).dropFirst(6).dropLast(5))
        }
    }

    @Test(arguments: [
        (Dialect.v2017, "Flag=5", "QN=20240601085857223;ST=91;CN=9014;PW=123456;MN=A1;Flag=4;CP=&&&&"),
        (.v2025, "Flag=9", "QN=20240601085857223;ST=91;CN=9014;PW=123456;MN=A1;Flag=8;CP=&&&&"),
        (.surfaceWater2017, "Flag=9", "QN=20240601085857223;ST=91;CN=9014;PW=123456;MN=A1;Flag=8;CP=&&&&"),
        (.v2005, "Flag=1", "ST=91;CN=9014;PW=123456;MN=A1;Flag=0;CP=&&QN=20240601085857223&&"),
    ])
    func `data are answered in the dialect of the device`(dialect: Dialect, flag: String, answer: String) throws {
        let upload = "QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=A1;\(flag);CP=&&DataTime=20240601085857;a-Rtd=1&&"
        #expect(try reply(upload, DeviceProfile(dialect)) == answer)
    }

    @Test(arguments: [9021, 9022])
    func `logins of makers are answered as their profile wants it`(command: Int) throws {
        let login = "QN=20240601085857223;ST=32;CN=\(command);PW=123456;MN=A1;Flag=5;CP=&&&&"
        var profile = DeviceProfile(.v2017)
        #expect(try reply(login, profile)?.contains("CN=9013;") == true)
        profile.makersAnswer = .dataAnswer
        #expect(try reply(login, profile)?.contains("CN=9014;") == true)
    }

    @Test func `a device that chokes on answers gets none for data, but still for its heartbeat`() throws {
        var profile = DeviceProfile(.v2025)
        profile.answers = .never
        let head = "QN=20240601085857223;ST=32;PW=123456;MN=A1;Flag=9;"
        #expect(try reply(head + "CN=2011;CP=&&DataTime=20240601085857&&", profile) == nil)
        #expect(try reply(head + "CN=9015;CP=&&&&", profile)?.contains("CN=9013;") == true)
    }

    @Test(arguments: ["20240601091001", "19700101000000", "20241301000000"])
    func `data with a wrong clock are answered, and never used`(time: String) throws {
        let upload = "QN=20240601085857223;ST=32;CN=2061;PW=123456;MN=A1;Flag=5;CP=&&DataTime=\(time);a-Avg=1&&"
        let profile = DeviceProfile(.v2017)
        #expect(try reply(upload, profile)?.contains("CN=9014;") == true)
        let packet = try #require(Packet.all(in: PacketWriter.frame(ofSegment: Array(upload.utf8))).first)
        #expect(!profile.judge(packet, received: Self.received).holdsData)
    }

    @Test func `a registration of 2025 is an upload that the platform answers and follows with the number`() throws {
        let address = DeviceAddress(mn: "NEW", password: "123456", systemType: .waterSource, dialect: .v2025)
        let registration = Message.hardware(logger: "L1", processor: "C1", networks: ["M1", "M2"])
        let frame = try PacketWriter.frame(of: registration, to: address, qn: "20240601085857223")
        let packet = try #require(Packet.all(in: frame).first)
        #expect(packet.content.string == "i23005-Info=L1;i23006-Info=C1;i23007-Info=M1;i23008-Info=M2")
        let judgement = DeviceProfile(.v2025).judge(packet, received: Self.received)
        #expect(judgement.verdict == .accepted)
        #expect(judgement.answer == .data)
        #expect(!judgement.holdsData)
    }

    @Test func `content that comes clear from a device with a key is named, ciphered content with its key`() throws {
        var profile = DeviceProfile(.v2025)
        profile.keys = KeyRing(current: CipherKey(text: "0000000000000000"))
        let ciphered = try #require(Packet.all(in: GoldenPackets.bytes(GoldenPackets.ciphered)).first)
        let judged = profile.judge(ciphered, received: Self.received)
        #expect(judged.verdict == .accepted)
        #expect(judged.holdsData)
        #expect(judged.tolerances.isEmpty)
        #expect(profile.judge(judged.packet, received: Self.received).tolerances == [.clearContent])
        profile.keys = KeyRing(current: CipherKey(text: "1111111111111111"))
        #expect(profile.judge(ciphered, received: Self.received).verdict == .refused(.keyWrong))
        #expect(profile.judge(ciphered, received: Self.received).answer == nil)
        profile.keys = KeyRing()
        #expect(profile.judge(ciphered, received: Self.received).verdict == .refused(.keyMissing))
    }

    @Test func `a key that a device made is not acknowledged, a device that asks for one is`() throws {
        var profile = DeviceProfile(.v2025)
        let key = try #require(CipherKey(text: "0000000000000000"))
        profile.keys = KeyRing(current: key)
        for (content, answer) in [
            ("SKCreateTime=20240601085857223,NewSK=1111111111111111", nil), ("SKCreateTime=20240601085857223", .data),
        ] as [(String, Judgement.Answer?)] {
            let segment = "QN=20240601085857223;ST=32;CN=1014;PW=123456;MN=A1;Flag=9;CP=&&\(content)&&"
            let plain = try #require(Packet.all(in: PacketWriter.frame(ofSegment: Array(segment.utf8))).first)
            #expect(profile.judge(plain, received: Self.received).answer == answer)
        }
    }

    @Test func `a label at the end of the period is moved to its start, by name`() throws {
        var profile = DeviceProfile(.v2005)
        profile.timeLabel = .end
        for (command, start) in [(2061, "20240601080000"), (2051, "20240601085000"), (2031, "20240531090000")] {
            let segment = "ST=32;CN=\(command);PW=123456;MN=A1;CP=&&DataTime=20240601090000;a-Avg=1&&"
            let packet = try #require(Packet.all(in: PacketWriter.frame(ofSegment: Array(segment.utf8))).first)
            let judgement = profile.judge(packet, received: Self.received)
            #expect(judgement.time?.text == start)
            #expect(judgement.tolerances == [.labelledByEnd])
        }
        let hour = try #require(DataTime(digits: Array("20240601080000".utf8)))
        let sent = { (text: String) in DataTime(digits: Array(text.utf8)) ?? hour }
        #expect(DeviceProfile.guessedLabel(hourLabel: hour, sent: sent("20240601080002")) == .end)
        #expect(DeviceProfile.guessedLabel(hourLabel: hour, sent: sent("20240601090002")) == .start)
        #expect(DeviceProfile.guessedLabel(hourLabel: hour, sent: sent("20240602090002")) == nil)
    }

    @Test func `codes and units are those of the device where it has its own`() throws {
        var profile = DeviceProfile(.v2017)
        profile.aliases = ["pm25": "a34004"]
        profile.powersOfTen = ["a34004": 3]
        let segment = "ST=22;CN=2011;MN=A1;Flag=4;CP=&&DataTime=20240601085857;PM25-Rtd=35;a34002-Rtd=50&&"
        let packet = try #require(Packet.all(in: PacketWriter.frame(ofSegment: Array(segment.utf8))).first)
        #expect(packet.items.map { profile.code(for: $0.code) } == ["a34004", "a34002"])
        #expect(packet.items.map { profile.powerOfTen(for: $0.code) } == [3, 0])
    }
}
