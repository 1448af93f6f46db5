import Testing

@testable import HJ212

struct PacketJSONTests {
    private func lines(_ bytes: [UInt8]) -> [String] {
        PacketJSON.decodeStream(bytes).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `a packet is printed with its keys in a fixed order`() {
        #expect(
            lines(GoldenPackets.bytes(GoldenPackets.annexA)) == [
                #"{"valid":true,"version":"2017","length":"ok","crc":"ok","head":{"QN":"20160801085857223","ST":"32","#
                    + #""CN":"1062","PW":"100000","MN":"010000A8900016F000169DC0","Flag":"5"},"#
                    + #""cp":[[["RtdInterval","30"]]],"issues":[]}"#
            ])
    }

    @Test func `packets with and without line ends are told apart in one stream`() {
        let bare = GoldenPackets.annexA.replacing("\r\n", with: "")
        let stream = bare + bare + "\n" + bare + "\r\n" + bare + #"\r\n"# + bare
        let issues = Packet.all(in: Array(stream.utf8)).map { $0.issues.map(\.rawValue) }
        #expect(
            issues == [
                ["terminator_none"], ["terminator_LF"], [], ["terminator_literal_backslash_rn"], ["terminator_none"],
            ])
    }

    @Test func `text is escaped and an item without a value has null`() throws {
        let frame = try PacketWriter.frame(ofSegment: Array("ST=1;CP=&&a=\"\\\u{1}\t.,b;c=水&&".utf8))
        #expect(lines(frame).first?.contains(#""cp":[[["a","\"\\\u0001\t."],["b",null]],[["c","水"]]]"#) == true)
    }

    @Test func `text that is not UTF-8 is read as GB 18030 and the bytes stay`() throws {
        // 采样泵 in GBK, 𠀀 (U+20000) in the four bytes of GB 18030, and a byte that is nothing.
        let value: [UInt8] = [0xB2, 0xC9, 0xD1, 0xF9, 0xB1, 0xC3, 0x95, 0x32, 0x82, 0x36, 0xFF]
        let frame = try PacketWriter.frame(ofSegment: Array("ST=1;CP=&&a-Info=".utf8) + value + Array("&&".utf8))
        #expect(lines(frame).first?.contains("采样泵\u{20000}\u{FFFD}") == true)
        let packet = try #require(Packet.all(in: frame).first)
        #expect(packet.isValid)
        #expect(packet.items.first?[.info].map { Array($0.bytes) } == value)
        #expect(packet.issues.contains(.textNotUTF8))
    }

    @Test func `a head name twice is printed once with its last value`() throws {
        let frame = try PacketWriter.frame(ofSegment: Array("ST=31;ST=32;CP=&&&&".utf8))
        #expect(lines(frame).first?.contains(#""head":{"ST":"32"}"#) == true)
    }

    @Test func `the beginning of a packet at the end of a file prints nothing`() {
        #expect(lines(Array(GoldenPackets.bytes(GoldenPackets.annexA).dropLast(4))).isEmpty)
        #expect(lines([]).isEmpty)
    }

    @Test(arguments: [
        ("#", "no_header"), ("", "no_header"), ("## ", "no_header"), ("##", "no_header"), ("##1", "len_short_field"),
    ])
    func `a packet with a spoiled beginning is shown`(start: String, issue: String) {
        let text = start + GoldenPackets.annexA.dropFirst(6)
        let packets = Packet.all(
            in: Array((text + GoldenPackets.annexA + "SN:1\r\n" + text + "GET / HTTP/1.1\r\n").utf8))
        #expect(packets.map(\.isValid) == [false, true, false])
        for index in [0, 2] { #expect(packets[index].issues.first?.rawValue == issue) }
    }

    @Test(arguments: [
        ("1C80xyz\r\n", "crc_not_hex"), ("1C80 \r\n", "crc_not_hex"), ("1C801\r\n", "crc_wrong"),
        ("1C80\r\n\0\0", "crc_not_hex"), (" 1C80\r\n", "crc_wrong"), ("0x1C80\r\n", "crc_wrong"),
        ("\r\n", "crc_absent"), ("", "crc_absent"), ("1C8\r\n", "crc_wrong"),
    ])
    func `what stands in the place of a check value is judged as a whole`(ending: String, issue: String) throws {
        let text = GoldenPackets.annexA.replacing("1C80\r\n", with: ending)
        for stream in [text, text + GoldenPackets.annexA] where !(ending.isEmpty && stream != text) {
            let packets = Packet.all(in: Array(stream.utf8))
            #expect(packets.first?.isValid == false)
            #expect(packets.first?.issues.map(\.rawValue).contains(issue) == true)
            #expect(packets.dropFirst().allSatisfy { $0.isValid })
        }
    }

    @Test func `ciphered content is printed as it is`() {
        let line = lines(GoldenPackets.bytes(GoldenPackets.ciphered)).first ?? ""
        #expect(line.contains(#""cp":[[["__cipher__","{0xE4,0x3E,"#))
        #expect(line.contains(#"0xA4}g=N"]]],"issues":["len_mismatch(-577)","crc_wrong","cp_encrypted"]}"#))
        #expect(line.hasPrefix(#"{"valid":true,"version":"2025","length":"wrong","crc":"wrong","#))
    }

    @Test func `names of issues are read back, unknown ones are not`() {
        for name in ["len_mismatch(+2)", "len_mismatch(-102)", "pw_len_24", "no_qn", "crc_modbus_byteswapped"] {
            #expect(Issue(rawValue: name)?.rawValue == name)
        }
        for name in ["", "len_mismatch(2)", "len_mismatch(+2", "pw_len_x", "no_such"] {
            #expect(Issue(rawValue: name) == nil)
        }
    }

    @Test func `ciphered content is shown clear with its key, without one the reason, and never a key`() throws {
        let key = try #require(CipherKey(text: "0000000000000000"))
        let ring = KeyRing(current: CipherKey(text: "1111111111111111"), former: [key])
        func line(_ bytes: [UInt8], _ ring: KeyRing) -> String {
            PacketJSON.decodeStream(bytes) { _ in ring }.map { String(decoding: $0, as: UTF8.self) }.joined()
        }
        let golden = Array(GoldenPackets.bytes(GoldenPackets.ciphered))
        let shown = line(golden, ring)
        #expect(shown.contains(#""cipher":"former""#) && !shown.contains("__cipher__"))
        #expect(shown.contains(#""crc":"ok","cipher""#) && shown.contains("DataTime"))
        #expect(line(golden, KeyRing()).contains(#""cipher":"noKey""#))
        #expect(line(golden, KeyRing(current: ring.current)).contains(#""cipher":"wrongKey""#))
        let address = DeviceAddress(mn: "A1", password: "123456", systemType: .waterSource, dialect: .v2025)
        let secret = try #require(CipherKey(text: "2222222222222222"))
        let message = try Message.setKey(secret, creation: "20240601085857223")
        let sent = try PacketWriter.frame(of: message, to: address, qn: "20240601085857223", key: key)
        #expect(line(sent, ring).contains(#"["NewSK","******"]"#))
    }
}
