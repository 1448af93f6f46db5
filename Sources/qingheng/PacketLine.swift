import Foundation
import Gateway
import HJ212
import Standards
import Storage

/// One packet of the log as a line of output.
enum PacketLine {
    static func bytes(_ logged: LoggedPacket, asJSON: Bool) throws -> [UInt8] {
        let entry = logged.entry
        let received = time(entry.receivedMilliseconds)
        let verdict = PacketVerdict(rawValue: entry.verdict)?.name ?? "unknown"
        let raw = String(decoding: entry.raw, as: UTF8.self)
        guard asJSON else { return Array("\(received)\t\(entry.peer)\t\(verdict)\t\(raw)\n".utf8) }
        let object: [String: Any] = [
            "address": logged.address.rawValue, "received": received, "peer": entry.peer, "verdict": verdict,
            "raw": raw,
        ]
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try JSONSerialization.data(withJSONObject: object, options: options)) + [10]
    }

    /// ISO 8601 in Beijing time with milliseconds.
    private static func time(_ milliseconds: Int64) -> String {
        let text = Instant(secondsSince1970: milliseconds / 1000).description
        let digits = String(milliseconds % 1000)
        let fraction = String(repeating: "0", count: 3 - digits.count) + digits
        return text.replacingOccurrences(of: "+08:00", with: ".\(fraction)+08:00")
    }
}
