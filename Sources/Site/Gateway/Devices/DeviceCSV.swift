import Documents
import Gateway
import HJ212
import Registry
import Standards

/// The list of devices as comma-separated values: exactly what is filtered, with the filter in its first row.
struct DeviceCSV {
    let bytes: [UInt8]
    /// The name of the file without its ending.
    let name: String

    init(_ filter: FleetFilter, in context: PageContext) throws {
        let listed = try Fleet(in: context).devices
            .filter { filter.fits($0) && filter.state.lists($0, on: context.today) }
            .sorted(by: filter.order.precedes)
        // Numbers and names come from devices: none may run as a formula.
        var writer = CSVWriter(withMark: true, guardsFormulas: true)
        writer.row(["报文质量", "制表时间 \(context.now.minuteText)", "筛选：\(filter.words)", "共 \(listed.count) 台"])
        writer.row([
            "设备号MN", "站点或排口", "类型", "产权单位", "验收日期", "状态", "原因", "最近报文", "报文总数", "近24小时CRC错误",
            "近24小时长度不符", "近24小时残缺", "近24小时时间错误", "补传", "重复", "时钟偏差毫秒", "实时数据间隔秒", "协议版本", "来源地址",
        ])
        for device in listed {
            let health = device.health
            let counts = health?.counts ?? PacketCounts()
            writer.row([
                device.number, device.place, device.kind, device.owner, device.device?.acceptedOn?.description ?? "未验收",
                SilenceWords.state(device).text, SilenceWords(device).cause,
                health.map { Instant(milliseconds: $0.lastReceivedMilliseconds).secondText } ?? "",
                String(counts.packets), String(device.faults.wrongChecksums), String(device.faults.wrongLengths),
                String(device.faults.broken), String(device.faults.wrongTimes), String(counts.resent),
                String(counts.duplicates), health?.driftMilliseconds.map(String.init) ?? "",
                health?.realtimeSeconds.map(String.init) ?? "",
                health?.versions.map(\.rawValue).joined(separator: " ") ?? "",
                health?.hosts.joined(separator: " ") ?? "",
            ])
        }
        bytes = writer.take()
        name = "报文质量-\(context.today)"
    }
}
