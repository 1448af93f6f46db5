import Demo
import Foundation

/// What came of a simulation, for people and for programs.
struct SimulationSummary {
    let tally: LineTally
    let devices: Int
    let seconds: Double
    /// Time the simulator itself took of all cores.
    let cpuSeconds: Double

    var text: String {
        let rate = seconds > 0 ? Double(tally.answered) / seconds : 0
        var lines = [
            "\(devices) 台设备，\(Self.short(seconds)) 秒：发出 \(tally.asked) 包，已应答 \(tally.answered)，"
                + "未应答 \(tally.unanswered)，重发 \(tally.repeated) 次，放弃 \(tally.givenUp) 次",
            "不要求应答的 \(tally.unasked) 包；平台请求 \(tally.requests) 个；连接失败或中断 \(tally.broken) 次",
        ]
        if let delays {
            lines.append(
                "应答延迟（毫秒）：最短 \(Self.short(delays[0]))，中位 \(Self.short(delays[1]))，"
                    + "99% \(Self.short(delays[2]))，最长 \(Self.short(delays[3]))")
        }
        lines.append("每秒应答 \(Int(rate)) 包；模拟器占用处理器 \(Self.short(cpuSeconds)) 秒")
        return lines.joined(separator: "\n")
    }

    func json() throws -> String {
        var object: [String: Any] = [
            "devices": devices, "seconds": Self.rounded(seconds), "sent": tally.asked, "acknowledged": tally.answered,
            "unacknowledged": tally.unanswered, "repeated": tally.repeated, "givenUp": tally.givenUp,
            "sentWithoutAnswerWanted": tally.unasked, "requests": tally.requests, "brokenConnections": tally.broken,
            "cpuSeconds": Self.rounded(cpuSeconds),
            "acknowledgedPerSecond": Self.rounded(seconds > 0 ? Double(tally.answered) / seconds : 0),
        ]
        if let delays {
            object["latencyMilliseconds"] = [
                "min": Self.rounded(delays[0]), "median": Self.rounded(delays[1]), "p99": Self.rounded(delays[2]),
                "max": Self.rounded(delays[3]),
            ]
        }
        return String(decoding: try JSONSerialization.data(withJSONObject: object, options: .sortedKeys), as: UTF8.self)
    }

    /// Least, median, 99th percentile, greatest, in milliseconds.
    private var delays: [Double]? {
        guard let least = tally.delays.leastMilliseconds, let median = tally.delays.milliseconds(atShare: 0.5),
            let high = tally.delays.milliseconds(atShare: 0.99), let most = tally.delays.milliseconds(atShare: 1)
        else { return nil }
        return [least, median, high, most]
    }

    private static func rounded(_ value: Double) -> NSDecimalNumber { NSDecimalNumber(string: short(value)) }

    private static func short(_ value: Double) -> String { String(format: "%.3f", value) }
}
