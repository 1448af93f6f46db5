import Gateway
import HJ212

/// What the gateway met since it started, as 报文质量 shows it.
package struct GatewayState: Sendable {
    /// A deviation that was let pass, set aside or refused.
    package struct Deviation: Sendable {
        /// The name for programs.
        package let code: String
        package let text: String
        package let count: String
    }

    /// 未登记未应答, 超出配额丢失.
    package let facts: [LabelledText]
    /// What was lost and how to mend it; nil when nothing was.
    package let warning: String?
    /// The most frequent first.
    package let deviations: [Deviation]

    init(_ counts: GatewayTally.Counts, _ clock: ClockReport) {
        var facts = [("未登记未应答", counts.unanswered), ("超出配额丢失", counts.lost)].map {
            LabelledText(label: $0.0, value: "\($0.1) 个报文", href: nil)
        }
        if counts.lostEvidence > 0 {
            facts.append(LabelledText(label: "坏报文过多未留存", value: "\(counts.lostEvidence) 个报文", href: nil))
        }
        if counts.heldUp > 0 {
            facts.append(LabelledText(label: "暂缓接收（过快、写盘慢或不取应答）", value: "\(counts.heldUp) 次", href: nil))
        }
        facts += counts.closed.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map {
            LabelledText(label: "断开：\(ClosingWords.text($0.key))", value: "\($0.value) 个连接", href: nil)
        }
        facts += Self.clockFacts(clock)
        self.facts = facts
        warning =
            counts.lost == 0
            ? nil
            : "未登记的设备占满了配额，\(counts.lost) 个报文未保存、未应答，连接已断开。请在“设备登记”中登记这些设备。"
        deviations = counts.deviations.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            Deviation(code: $0.key, text: DeviationWords.text($0.key), count: String($0.value))
        }
    }

    /// How our clock was set, and how it stands to those of the devices.
    private static func clockFacts(_ clock: ClockReport) -> [LabelledText] {
        var facts: [(String, String)] = []
        if clock.steps.back > 0 {
            facts.append(("本机时钟回拨", "\(clock.steps.back) 次，最近一次 \(clock.steps.lastBack / 1_000) 秒"))
        }
        if clock.steps.forward > 0 {
            facts.append(("本机时钟前跳", "\(clock.steps.forward) 次，最近一次 \(clock.steps.lastForward / 1_000) 秒"))
        }
        if let lead = clock.medianLead {
            let side = lead < 0 ? "比本机慢" : "比本机快"
            facts.append(("设备时钟（\(clock.devices) 台取中位）", "\(side) \(abs(lead) / 1_000) 秒"))
        }
        return facts.map { LabelledText(label: $0.0, value: $0.1, href: nil) }
    }
}
