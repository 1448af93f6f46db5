import Testing

@testable import HJ212

struct ChecksumTests {
    /// HJ 212-2017, Annex A, as printed: shift by eight, XOR into the low part, eight single shifts.
    private func bitByBit(_ bytes: [UInt8]) -> UInt16 {
        var register: UInt16 = 0xFFFF
        for byte in bytes {
            register = (register >> 8) ^ UInt16(byte)
            for _ in 0..<8 {
                let bit = register & 1
                register >>= 1
                if bit == 1 { register ^= 0xA001 }
            }
        }
        return register
    }

    private let table: [UInt16] = (0..<256).map { index in
        (0..<8).reduce(UInt16(index)) { value, _ in value & 1 == 1 ? (value >> 1) ^ 0xA001 : value >> 1 }
    }

    private func value(_ bytes: [UInt8]) -> UInt16 { bytes.withUnsafeBytes { Checksum.value(of: $0) } }

    @Test func `the example of Annex A gives 1C80`() {
        let segment = GoldenPackets.bytes(GoldenPackets.annexA).dropFirst(6).dropLast(6)
        #expect(value(Array(segment)) == 0x1C80)
    }

    @Test func `the CRC of modbus differs`() {
        // The check value of the Modbus specification for "123456789".
        #expect(Checksum.modbus(of: Array("123456789".utf8)) == 0x4B37)
        #expect(value(Array("123456789".utf8)) != 0x4B37)
    }

    @Test func `folding, table and bit by bit agree for every length`() {
        var random = SeededGenerator(state: 212)
        for length in 0...300 {
            for _ in 0..<5 {
                let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
                let expected = bitByBit(bytes)
                #expect(value(bytes) == expected)
                #expect(Checksum.value(of: bytes[...]) == expected)
                #expect(bytes.reduce(0xFFFF) { table[Int(($0 >> 8) ^ UInt16($1))] } == expected)
            }
        }
    }

    @Test func `only 256 values can occur, with eight low bytes`() {
        let possible = Set((0...255).map { table[$0] })
        #expect(possible.allSatisfy { Checksum.canOccur($0) })
        #expect(possible.count == 256)
        #expect(Set(possible.map { $0 & 0xFF }) == [0x00, 0x01, 0x40, 0x41, 0x80, 0x81, 0xC0, 0xC1])
        for placeholder: UInt16 in [0xFFFF, 0x1234, 0xABCD] { #expect(!Checksum.canOccur(placeholder)) }
    }

    @Test func `every change of one byte is noticed`() {
        let segment = Array("ST=32;CN=2011;CP=&&w01018-Rtd=40.1&&".utf8)
        for index in segment.indices {
            for byte in UInt8.min...UInt8.max where byte != segment[index] {
                var changed = segment
                changed[index] = byte
                #expect(value(changed) != value(segment))
            }
        }
    }

    @Test func `bytes exchanged at a distance of eight and eight zeros put in are not noticed`() {
        let segment = Array("DataTime=20240601085800;w01018-Rtd=40.1,w01018-Flag=N".utf8)
        for distance in [8, 16, 24] {
            var exchanged = segment
            exchanged.swapAt(12, 12 + distance)
            #expect(value(exchanged) == value(segment))
        }
        #expect(value(segment + Array("00000000".utf8)) == value(segment))
    }

    @Test(arguments: [
        ("1C80", ChecksumMatch.right), ("1c80", .right), ("801C", .swapped), ("1C81", .wrong), ("FFFF", .wrong),
        ("", .absent), ("1C8", .wrong), ("XYZW", .notHex),
    ])
    func `a check value is classified`(text: String, expected: ChecksumMatch) {
        let segment = GoldenPackets.bytes(GoldenPackets.annexA).dropFirst(6).dropLast(6)
        #expect(ChecksumMatch.of(Array(text.utf8)[...], for: segment) == expected)
        let modbus = Checksum.modbus(of: segment)
        #expect(ChecksumMatch.of(ASCII.hex(modbus)[...], for: segment) == .modbus)
        #expect(ChecksumMatch.of(ASCII.hex(modbus.byteSwapped)[...], for: segment) == .modbusSwapped)
    }

    @Test func `a value without leading zeros is told from a wrong one`() {
        #expect(ChecksumMatch.of(Array("140".utf8)[...], for: Array("".utf8)[...]) == .wrong)
        // HJ 212-2017, C.14 has 0280.
        let segment = GoldenPackets.bytes(GoldenPackets.realtimeData).dropFirst(6).dropLast(6)
        #expect(ChecksumMatch.of(Array("280".utf8)[...], for: segment) == .unpadded)
        #expect(ChecksumMatch.unpadded.verdict == .wrong)
    }
}
