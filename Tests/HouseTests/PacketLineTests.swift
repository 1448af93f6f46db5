import Gateway
import House
import Monitoring
import Standards
import Storage
import Testing

/// The lines of `packet find` and `packet reparse`, as programs read them.
struct PacketLineTests {
    private func packet(_ raw: [UInt8], verdict: PacketVerdict = .accepted) -> LoggedPacket {
        LoggedPacket(
            address: PacketAddress(rawValue: 4_711),
            entry: PacketEntry(
                receivedMilliseconds: 1_795_305_600_042, peer: "10.0.0.1:5000", verdict: verdict.rawValue, raw: raw))
    }

    private func line(_ raw: [UInt8], verdict: PacketVerdict = .accepted, asJSON: Bool) throws -> String {
        String(decoding: try PacketLine.bytes(packet(raw, verdict: verdict), asJSON: asJSON), as: UTF8.self)
    }

    @Test func `a packet is one JSON object with address, peer, raw, received and verdict`() throws {
        #expect(
            try line(Array("##0011MN=\"A\\B\"/x".utf8), asJSON: true)
                == ###"{"address":4711,"peer":"10.0.0.1:5000","raw":"##0011MN=\"A\\B\"/x","###
                + #""received":"2026-11-22T08:00:00.042+08:00","verdict":"accepted"}"# + "\n")
    }

    @Test func `bytes that are no text stand beside it in hexadecimal, so that none is lost`() throws {
        #expect(
            try line([0x23, 0x23, 0xC4, 0xE3, 0x0A], verdict: .broken, asJSON: true)
                == ###"{"address":4711,"peer":"10.0.0.1:5000","raw":"##\###u{FFFD}\###u{FFFD}\n","rawHex":"2323c4e30a","###
                + #""received":"2026-11-22T08:00:00.042+08:00","verdict":"broken"}"# + "\n")
    }

    @Test func `for people a packet is one line, whatever a hostile sender put into it`() throws {
        #expect(
            try line(Array("##1\u{1B}[2J\r\nx".utf8), verdict: .wrongChecksum, asJSON: false)
                == "2026-11-22T08:00:00.042+08:00\t10.0.0.1:5000\tCRC 错误\t##1·[2J··x\n")
    }

    @Test(arguments: PacketVerdict.allCases)
    func `every verdict has its word`(verdict: PacketVerdict) throws {
        let columns = try line([0x23], verdict: verdict, asJSON: false).split(separator: "\t")
        #expect(columns.count == 4)
        #expect(columns[2] != "未知")
    }

    private func reading(_ value: ExactDecimal?, flag: String) -> Reading {
        Reading(
            series: SeriesKey(object: "S1", item: "pm25", seconds: 3_600),
            start: Instant(secondsSince1970: 1_795_302_000),
            arrivedMilliseconds: 1_795_305_600_042, origin: .packet(PacketAddress(rawValue: 4_711)), value: value,
            flag: flag)
    }

    private func line(_ kind: ParsedDifference.Kind, code: String? = "a34004", asJSON: Bool) throws -> String {
        let difference = ParsedDifference(
            address: PacketAddress(rawValue: 4_711), receivedMilliseconds: 1_795_305_600_042, mn: "MN1", code: code,
            kind: kind)
        return String(decoding: try DifferenceLine.bytes(difference, asJSON: asJSON), as: UTF8.self)
    }

    @Test func `a difference names packet, device, code, period and both values`() throws {
        let was = reading(ExactDecimal("35.0"), flag: "N")
        let now = reading(nil, flag: "D")
        #expect(
            try line(.value(was: was, now: now), asJSON: true)
                == #"{"address":4711,"code":"a34004","item":"pm25","kind":"value","mn":"MN1","#
                + #""now":{"flag":"D","value":null},"#
                + #""object":"S1","received":"2026-11-22T08:00:00.042+08:00","seconds":3600,"#
                + #""start":"2026-11-22T07:00:00+08:00","was":{"flag":"N","value":"35.0"}}"# + "\n")
        #expect(
            try line(.value(was: was, now: now), asJSON: false)
                == "4711\t2026-11-22T08:00:00.042+08:00\tMN1\t值不同\tS1 a34004 pm25 3600s 2026-11-22T07:00:00+08:00\t"
                + "35.0 N → 无 D\n")
        #expect(
            try line(.verdict(was: nil, now: .broken), code: nil, asJSON: true)
                == #"{"address":4711,"kind":"verdict","mn":"MN1","now":"broken","#
                + #""received":"2026-11-22T08:00:00.042+08:00","was":"unknown"}"# + "\n")
    }
}
