import Gateway
import Monitoring
import Standards

/// The cause of a silence in words, and what to do.
struct SilenceWords {
    /// E.g. 线路中断：同一地址 5 台中 4 台静默.
    let cause: String
    /// What to do; nil when nothing is.
    let advice: String?

    /// What is to be said of a device.
    init(_ device: FleetDevice) {
        (cause, advice) =
            device.standing == .stranger
            ? ("报文照样保存，登记之后才采用", "请核对设备号后登记；登记后，此前保存的报文自动读成数据。") : Self.words(device.cause)
    }

    /// The one table of causes: each in words, and what to do.
    private static func words(_ cause: SilenceCause) -> (cause: String, advice: String?) {
        switch cause {
        case .none: ("正常上报", nil)
        case .neverHeard: ("登记后从未上线", "请核对现场数采仪设置的服务器地址、端口和设备号（MN）是否与登记一致。")
        case .outage(let from, let to):
            (
                "本机停运：\(minute(from)) 至 \(minute(to)) 服务未运行，此后设备未重连",
                "数采仪一般几分钟内自动重连并补传；仍未恢复的，请通知运维单位重启数采仪的网络模块。"
            )
        case .diskFull(let since):
            ("本机磁盘已满：\(minute(since)) 起停止接收", "请清理磁盘或扩容；恢复后自动继续接收，设备会重发未应答的报文，不会丢失。")
        case .allSilent(let count):
            ("全部 \(count) 台设备同时静默，问题多半在本机网络", "请检查本机网络、防火墙和 HJ 212 端口是否可以从外部连接。")
        case .wrongChecksums:
            ("在发送，但 CRC 错误，报文未采用", "请通知运维单位检查数采仪的 CRC 算法和线路干扰；确认是厂家算法不同的，可在设备登记中放行该偏差。")
        case .broken: ("在发送，但报文残缺或无法解密", "请检查通信模块和转发程序是否截断报文；加密设备请核对密钥。")
        case .wrongClock: ("在发送，但设备时钟错误，数据隔离待核", "请先对设备校时；校时前的数据已保存，核实时间后方可采用。")
        case .oldData(let until):
            (
                "在发送，但数据的时间只到 \(Instant(secondsSince1970: until).minuteText)：设备时钟落后，或只在补传",
                "请先查设备时钟；时钟正确的，等补传完成。"
            )
        case .maintenance(let flags):
            (
                "静默前数据带有标记：\(flags.map { "\($0) \(ReadingFlag.meaning($0))" }.joined(separator: "、"))",
                "请核对运维记录或停运报备；无记录的按异常处理。"
            )
        case .lineDown(let host, let silent, let count):
            ("线路中断：来自 \(host) 的 \(count) 台中 \(silent) 台静默", "请先查该地址的专线、路由器或转发服务器，不必逐台派人。")
        case .connected: ("连接仍在，但没有报文", "多为数采仪程序停滞或采集口断开，请远程重启或现场检查；也可能是连接半开，稍后会自动断开。")
        case .off: ("没有连接：设备断电、故障或自身线路中断", "请联系运维单位到现场检查供电、SIM 卡和网络。")
        }
    }

    private static func minute(_ milliseconds: Int64) -> String { Instant(milliseconds: milliseconds).shortMinuteText }

    /// 5 分钟, 3 小时, 2 天.
    static func span(_ seconds: Int64) -> String {
        if seconds < 7_200 { return "\(max(1, seconds / 60)) 分钟" }
        return seconds < 172_800 ? "\(seconds / 3_600) 小时" : "\(seconds / 86_400) 天"
    }

    /// 7 秒 where the exact span matters, else as above.
    static func span(_ seconds: Int64, exact: Bool) -> String {
        exact && seconds < 600 ? "\(seconds) 秒" : span(seconds)
    }

    /// 在线, 静默 5 小时, 未采用 3 天, 从未上线.
    static func state(_ device: FleetDevice) -> (text: String, tone: String) {
        switch device.standing {
        case .online: ("在线", "better")
        case .refused: ("未采用 \(span(device.troubleSeconds ?? 0))", "worse")
        case .silent: ("静默 \(span(device.troubleSeconds ?? 0))", "worse")
        case .never: ("从未上线", "warn")
        case .stranger: ("未登记", "warn")
        }
    }

    /// +3.2 秒; — where not known.
    static func drift(_ milliseconds: Int64?) -> String {
        guard let milliseconds else { return "—" }
        let size = abs(milliseconds)
        let sign = milliseconds < 0 ? "−" : "+"
        if size < 10_000 { return size < 100 ? "0 秒" : "\(sign)\(size / 1000).\(size % 1000 / 100) 秒" }
        if size < 600_000 { return "\(sign)\(size / 1000) 秒" }
        return size < 172_800_000 ? "\(sign)\(size / 60_000) 分" : "\(sign)\(size / 86_400_000) 天"
    }

    /// A clock off by more than a minute puts data into wrong minutes; in milliseconds.
    static let greatestDrift: Int64 = 60_000
}
