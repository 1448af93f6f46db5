import Foundation
import Gateway
import Standards
package import Storage

/// One packet of the log as a line of output.
package enum PacketLine {
    /// - Parameter asJSON: one object; otherwise columns divided by tabs: time of receipt, peer, verdict, bytes.
    package static func bytes(_ logged: LoggedPacket, asJSON: Bool) throws -> [UInt8] {
        let entry = logged.entry
        let received = time(entry.receivedMilliseconds)
        let verdict = PacketVerdict(rawValue: entry.verdict)?.name ?? "unknown"
        let raw = String(decoding: entry.raw, as: UTF8.self)
        guard asJSON else {
            let word = PacketVerdict(rawValue: entry.verdict).map(word) ?? "未知"
            return Array("\(received)\t\(entry.peer)\t\(word)\t\(printable(raw))\n".utf8)
        }
        var object: [String: Any] = [
            "address": logged.address.rawValue, "received": received, "peer": entry.peer, "verdict": verdict,
            "raw": raw,
        ]
        // What is no UTF-8 is changed by turning it into text: its bytes stand beside it.
        if !raw.utf8.elementsEqual(entry.raw) { object["rawHex"] = hexadecimal(entry.raw) }
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try JSONSerialization.data(withJSONObject: object, options: options)) + [10]
    }

    /// ISO 8601 in Beijing time with milliseconds.
    package static func time(_ milliseconds: Int64) -> String {
        let text = Instant(secondsSince1970: milliseconds / 1000).description
        let digits = String(milliseconds % 1000)
        let fraction = String(repeating: "0", count: 3 - digits.count) + digits
        return text.replacingOccurrences(of: "+08:00", with: ".\(fraction)+08:00")
    }

    private static func word(_ verdict: PacketVerdict) -> String {
        switch verdict {
        case .accepted: "正常"
        case .acceptedWrongLength: "正常（长度字段不符）"
        case .wrongChecksum: "CRC 错误"
        case .broken: "残缺"
        case .ciphered: "密文无法判读"
        case .tooLong: "超长"
        case .sent: "本方发出"
        }
    }

    /// A packet on one line: hostile bytes must not move the cursor of whoever reads it.
    private static func printable(_ raw: String) -> String {
        String(
            String.UnicodeScalarView(raw.unicodeScalars.map { $0.properties.generalCategory == .control ? "·" : $0 }))
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
