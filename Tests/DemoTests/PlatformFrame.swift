import Foundation
import Testing

/// A frame taken apart by this test's own reading of HJ 212-2017 6.3 and Annex A, sharing no code with what is tested.
struct PlatformFrame {
    let declaredLength: Int?
    let segment: [UInt8]
    let check: String
    let hasLineEnd: Bool
    let fields: [String: String]
    let content: String

    /// One frame as a device writes it.
    init(_ bytes: [UInt8]) throws {
        #expect(bytes.starts(with: Array("##".utf8)))
        declaredLength = Int(String(decoding: bytes[2..<6], as: UTF8.self))
        hasLineEnd = bytes.suffix(2) == [13, 10]
        let end = bytes.count - (hasLineEnd ? 6 : 4)
        segment = Array(bytes[6..<end])
        check = String(decoding: bytes[end..<(end + 4)], as: UTF8.self)
        let text = String(decoding: segment, as: UTF8.self)
        let opening = try #require(text.range(of: ";CP=&&"))
        #expect(text.hasSuffix("&&"))
        content = String(text[opening.upperBound...].dropLast(2))
        var fields: [String: String] = [:]
        for pair in text[..<opening.lowerBound].split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            fields[String(parts[0])] = String(parts.last ?? "")
        }
        self.fields = fields
    }

    /// Annex A, bit by bit.
    var computedCheck: String {
        var register: UInt16 = 0xFFFF
        for byte in segment {
            register = (register >> 8) ^ UInt16(byte)
            for _ in 0..<8 {
                let carry = register & 1
                register >>= 1
                if carry == 1 { register ^= 0xA001 }
            }
        }
        let digits = String(register, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// The value of a name in CP; blanks are trimmed.
    func value(_ name: String) -> String? {
        for item in content.split(whereSeparator: { $0 == ";" || $0 == "," }) {
            let parts = item.split(separator: "=", maxSplits: 1)
            if parts[0].drop(while: { $0 == " " }) == name { return parts.count > 1 ? String(parts[1]) : "" }
        }
        return nil
    }

    /// An answer of the platform with a right length and check value.
    static func answer(_ command: Int, qn: String, mn: String, content: String = "", flag: Int = 4) -> [UInt8] {
        let text = "QN=\(qn);ST=91;CN=\(command);PW=123456;MN=\(mn);Flag=\(flag);CP=&&\(content)&&"
        let length = String(text.utf8.count)
        let padded = String(repeating: "0", count: 4 - length.count) + length
        let plain = Array("##\(padded)\(text)0000\r\n".utf8)
        let check = (try? PlatformFrame(plain))?.computedCheck ?? ""
        return Array("##\(padded)\(text)\(check)\r\n".utf8)
    }
}
