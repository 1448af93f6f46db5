import Testing

@testable import HJ212

/// Each deviation with a packet that has it and no other.
struct IssueTests {
    private static let head = "QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;"

    private func issues(_ segment: String) throws -> [String] {
        let frame = try PacketWriter.frame(ofSegment: Array(segment.utf8))
        return try #require(Packet.all(in: frame).first).issues.map(\.rawValue)
    }

    @Test(arguments: [
        ("a-Rtd=1,a-Flag=N;b-Rtd=2", []), ("", []), ("a-Rtd=1;;b-Rtd=2", []), ("a-Rtd = 1", []),
        ("BeginTime=1,EndTime=2", []), ("PolId=w01018,CalibrationType=0", []),
        ("a-Rtd=1;", ["cp_trailing_semicolon"]),
        (" a-Rtd=1", ["space_in_cp"]), ("a-Rtd=1 ;b=2", ["space_in_cp"]), (" ", ["space_in_cp"]),
        ("a-Rtd=1,b", ["cp_item_without_eq", "group_mixes_items"]),
        ("a-Rtd=1b-Rtd=2", ["missing_separator_in_cp"]),
        ("a-Rtd=1,b-Rtd=2", ["group_mixes_items"]), ("DataTime=1,a-Rtd=1", ["group_mixes_items"]),
        ("a-Rtd=1;a-Rtd=1", ["dup_cp_key"]),
    ])
    func `deviations of the content are named`(content: String, expected: [String]) throws {
        #expect(try issues(Self.head + "CP=&&\(content)&&") == expected)
    }

    @Test(arguments: [
        ("CP=&a-Rtd=1&&", ["cp_open_single_amp"]), ("CP=a-Rtd=1&&", ["cp_open_missing"]),
        ("CP=&&a-Rtd=1", ["cp_close_missing"]), ("CP=a-Rtd=1", ["cp_open_missing", "cp_close_missing"]),
        ("CP=&&a-Rtd=1&&x", ["text_after_cp_close"]),
    ])
    func `deviations of the marks round the content are named`(content: String, expected: [String]) throws {
        #expect(try issues(Self.head + content) == expected)
    }

    @Test(arguments: [
        ("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=A1;Flag=5;", []),
        ("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=A1;Flag=7;PNUM=2;PNO=1;RF=1;", []),
        ("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=A1; Flag=5 ;", []),
        ("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=A1;Flag=5", ["no_semicolon_before_cp"]),
        ("QN=20240601085857223,ST=32;CN=2011;PW=123456;MN=A1;Flag=5;", ["comma_in_head"]),
        ("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN= A1 ;Flag=5;", ["space_in_head"]),
        ("QN=20240601085857;ST=32;CN=2011;PW=123456;MN=A1;Flag=5;", ["qn_not_17_digits"]),
        ("QN=20240601085857223;ST=32;CN=2011;PW=;MN=;Flag=5;", ["empty_pw", "empty_mn"]),
        ("QN=20240601085857223;ST=32;CN=2011;PW=1234;MN=A1;Flag=5;", ["pw_len_4"]),
        ("X=1;", ["no_qn", "no_st", "no_cn", "no_pw", "no_mn", "no_flag", "head_unknown_key"]),
        ("QN=20240601085857223;ST=32;CN=2011;MN=A1;PW=123456;Flag=5;", ["head_order"]),
        ("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=A1;Flag=5;QN=20240601085857223;", []),
        ("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=A1;Flag=N;", ["flag_not_number"]),
        ("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=A1;Flag=7;", ["flag_split_vs_pnum"]),
        ("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=A1;Flag=5;PNUM=1;", ["flag_split_vs_pnum"]),
        ("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=A1;PNUM=1;PNO=1;", ["no_flag", "pnum_without_flag"]),
    ])
    func `deviations of the head are named`(head: String, expected: [String]) throws {
        #expect(try issues(head + "CP=&&&&") == expected)
    }

    @Test func `a segment over 1024 bytes is named`() throws {
        #expect(try issues(Self.head + "CP=&&a=" + String(repeating: "1", count: 1024) + "&&") == ["segment_over_1024"])
    }

    @Test(arguments: [
        ("\r\n", []), ("\n", ["terminator_LF"]), ("\r", ["terminator_CR"]), ("", ["terminator_none"]),
        ("\r\n\r\n", ["extra_line_end", "terminator_CRLF+extra"]), (#"\r\n"#, ["terminator_literal_backslash_rn"]),
    ])
    func `a line end other than CR LF is named`(lineEnd: String, expected: [String]) throws {
        let text = GoldenPackets.annexA.replacing("\r\n", with: lineEnd)
        let packet = try #require(Packet.all(in: Array(text.utf8)).first)
        #expect(packet.issues.map(\.rawValue) == expected)
        #expect(packet.isValid == (expected.isEmpty || expected == ["terminator_none"]))
    }

    @Test(arguments: [
        ("##0103", ["len_mismatch(+2)"]), ("##0000", ["len_mismatch(-101)"]), ("##101", ["len_short_field"]),
        ("##00101", ["len_five_digits"]),
    ])
    func `a deviating length field is named`(start: String, expected: [String]) throws {
        let text = start + GoldenPackets.annexA.dropFirst(6)
        #expect(try #require(Packet.all(in: Array(text.utf8)).first).issues.map(\.rawValue) == expected)
    }

    @Test(arguments: [
        ("1c80", ["crc_lowercase"]), ("801C", ["crc_byteswapped", "crc_value_impossible"]), ("0000", ["crc_wrong"]),
        ("ffff", ["crc_wrong", "crc_value_impossible", "crc_lowercase"]), ("", ["crc_absent"]),
    ])
    func `a deviating check value is named`(text: String, expected: [String]) throws {
        let frame = GoldenPackets.annexA.replacing("1C80", with: text)
        #expect(try #require(Packet.all(in: Array(frame.utf8)).first).issues.map(\.rawValue) == expected)
    }
}
