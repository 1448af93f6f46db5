import Gateway
import Standards
import Storage

/// How forwarding to one platform stands, in words.
package struct UpstreamState: Sendable {
    /// 已连接, 正在连接, 重连中, 未运行.
    package let text: String
    /// `better`, `warn` or `worse`.
    package let tone: String
    /// What is wrong and how to mend it; nil when nothing is.
    package let trouble: String?
    /// 最近确认时间.
    package let answeredText: String
    /// 落后多少报文、多久.
    package let lagText: String
    package let packetCount: String
    package let resentCount: String

    /// - Parameters:
    ///   - status: nil where no forwarding runs in this process.
    ///   - lag: nil where it cannot be told.
    init(_ upstream: Upstream, status: UpstreamStatus?, lag: PacketLag?, now: Instant) {
        switch status?.phase {
        case nil: (text, tone) = ("未运行", "warn")
        case .connecting where status?.lastTrouble == nil: (text, tone) = ("正在连接", "warn")
        case .connecting: (text, tone) = ("重连中", "worse")
        case .connected: (text, tone) = ("已连接", "better")
        case .waiting(.passwordMissing, _), .waiting(.itself, _): (text, tone) = ("未转发", "worse")
        case .waiting(_, let until):
            let seconds = max(0, now.seconds(until: Instant(milliseconds: until)))
            (text, tone) = ("重连中，\(seconds) 秒后", "worse")
        }
        var trouble = status?.lastTrouble.map { UpstreamWords.trouble($0, id: upstream.id) }
        // Only where lines come about is it the packet that stops them.
        if let status, status.fruitlessLines >= 3, [.unanswered, .closed].contains(status.lastTrouble),
            let head = lag?.firstDevice
        {
            trouble = (trouble ?? "") + "设备 \(head) 的报文已连续 \(status.fruitlessLines) 次连接未被确认，后面的报文在等它。"
        }
        for hindrance in UpstreamStatus.Hindrance.allCases {
            guard let count = status?.unwritable[hindrance] else { continue }
            trouble = (trouble ?? "") + UpstreamWords.unwritable(count, hindrance)
        }
        self.trouble = trouble
        answeredText =
            status?.state.answeredMilliseconds.map { Instant(milliseconds: $0).secondText }
            ?? (upstream.isAnswering ? "尚无" : "对方不应答")
        lagText = Self.text(of: lag, now: now)
        packetCount = status.map { String($0.state.packets) } ?? "—"
        resentCount = status.map { String($0.resent) } ?? "—"
    }

    private static func text(of lag: PacketLag?, now: Instant) -> String {
        guard let lag else { return "—" }
        guard lag.packets > 0, let first = lag.firstReceivedMilliseconds else { return "无积压" }
        let age = UpstreamWords.duration(seconds: Instant(milliseconds: first).seconds(until: now))
        return "\(lag.isEstimated ? "约 " : "")\(lag.packets) 个报文，\(age)"
    }
}
