import Foundation
package import Gateway
import Monitoring
import Standards
import Storage

/// One difference of `packet reparse` as a line of output.
package enum DifferenceLine {
    /// - Parameter asJSON: one object; otherwise columns divided by tabs: address, time of receipt, device, what differs.
    package static func bytes(_ difference: ParsedDifference, asJSON: Bool) throws -> [UInt8] {
        asJSON ? try object(difference) : Array((text(difference) + "\n").utf8)
    }

    private static func text(_ difference: ParsedDifference) -> String {
        let head =
            "\(difference.address.rawValue)\t\(PacketLine.time(difference.receivedMilliseconds))\t\(difference.mn)"
        switch difference.kind {
        case .verdict(let was, let now): return "\(head)\t判定不同\t\(was?.name ?? "unknown") → \(now.name)"
        case .new(let reading): return "\(head)\t新增\t\(place(reading, difference))\t\(value(reading))"
        case .missing(let reading): return "\(head)\t缺少\t\(place(reading, difference))\t\(value(reading))"
        case .value(let was, let now):
            return "\(head)\t值不同\t\(place(now, difference))\t\(value(was)) → \(value(now))"
        }
    }

    private static func place(_ reading: Reading, _ difference: ParsedDifference) -> String {
        let series = reading.series
        return "\(series.object) \(difference.code ?? "-") \(series.item) \(series.seconds)s \(reading.start)"
    }

    private static func value(_ reading: Reading) -> String { "\(reading.value?.description ?? "无") \(reading.flag)" }

    private static func object(_ difference: ParsedDifference) throws -> [UInt8] {
        var object: [String: Any] = [
            "address": difference.address.rawValue, "received": PacketLine.time(difference.receivedMilliseconds),
            "mn": difference.mn, "kind": difference.kindName,
        ]
        if let code = difference.code { object["code"] = code }
        switch difference.kind {
        case .verdict(let was, let now):
            object["was"] = was?.name ?? "unknown"
            object["now"] = now.name
        case .new(let reading):
            add(reading, to: &object)
            object["now"] = content(reading)
        case .missing(let reading):
            add(reading, to: &object)
            object["was"] = content(reading)
        case .value(let was, let now):
            add(now, to: &object)
            object["was"] = content(was)
            object["now"] = content(now)
        }
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try JSONSerialization.data(withJSONObject: object, options: options)) + [10]
    }

    private static func add(_ reading: Reading, to object: inout [String: Any]) {
        object["object"] = reading.series.object
        object["item"] = reading.series.item
        object["seconds"] = reading.series.seconds
        object["start"] = reading.start.description
    }

    private static func content(_ reading: Reading) -> [String: Any] {
        ["value": reading.value.map { $0.description as Any } ?? NSNull(), "flag": reading.flag]
    }
}
