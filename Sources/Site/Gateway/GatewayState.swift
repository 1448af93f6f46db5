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

    init(_ counts: GatewayTally.Counts) {
        facts = [("未登记未应答", counts.unanswered), ("超出配额丢失", counts.lost)].map {
            LabelledText(label: $0.0, value: "\($0.1) 个报文", href: nil)
        }
        warning =
            counts.lost == 0
            ? nil
            : "未登记的设备占满了配额，\(counts.lost) 个报文未保存、未应答，连接已断开。请在“设备登记”中登记这些设备，或开启接管。"
        deviations = counts.deviations.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            Deviation(code: $0.key, text: DeviationWords.text($0.key), count: String($0.value))
        }
    }
}
