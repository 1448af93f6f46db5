import Gateway
import Records
import Standards
import Storage

/// What is wrong with the service itself, in words for whoever looks at any page.
enum ServiceAlerts {
    static func texts(_ services: SiteServices) -> [String] {
        var texts: [String] = []
        if let stall = services.book.archive.packets.stall { texts.append(text(stall)) }
        if let clock = services.gatewayTally?.clock.report, let text = text(clock) { texts.append(text) }
        return texts
    }

    static func text(_ stall: PacketLogStall) -> String {
        let since = Instant(milliseconds: stall.sinceMilliseconds).minuteText
        switch stall.reason.code {
        case .diskFull:
            return "磁盘已满，网关自 \(since) 起停止接收，设备会自行重发；腾出空间后自动恢复。已应答的报文都已保存。"
        default:
            return "报文写不进磁盘（\(stall.reason.detail)），网关自 \(since) 起停止接收，设备会自行重发；请检查磁盘，恢复后自动继续。"
        }
    }

    /// Nil when nothing is wrong with our clock.
    static func text(_ report: ClockReport) -> String? {
        if let lead = report.medianLead, report.isOursSuspect {
            let direction = lead > 0 ? "慢" : "快"
            return "本机时钟可能不准：与 \(report.devices) 台设备的时钟相比（取中位），本机\(direction) \(abs(lead) / 1_000) 秒。请校准本机时钟。"
        }
        guard report.steps.heldBack >= ClockReport.notableLead else { return nil }
        return "本机时钟回拨：比最近一个报文的收到时间早 \(report.steps.heldBack / 1_000) 秒，其间收到的报文按那个时间记。请核对本机时钟。"
    }
}
