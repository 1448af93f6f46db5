import Documents
import Foundation
import Gateway
import Records
import Standards
import Storage

/// How every part of the server stands, what is wrong, and how to mend it.
struct HealthReport {
    /// Less room than this is said, in bytes: a day of a busy city with its readings.
    static let leastFreeBytes: Int64 = 5 << 30
    /// Fewer days until the disk is full are said: a purchase takes its time.
    static let leastDays: Int64 = 30
    /// Readings later than this are said, in seconds.
    static let greatestLagSeconds: Int64 = 60
    /// Readings later than this are a fault, in seconds.
    static let faultyLagSeconds: Int64 = 600
    /// A backup older than this is said, in seconds: one is to be made every day.
    static let greatestBackupAge: Int64 = 24 * 3_600

    /// Longer without a sign of life of the gateway is a fault, in seconds: it leaves one every half minute.
    static let greatestSilence: Int64 = 90

    /// So many keys are named one by one.
    private static let greatestNamedKeys = 10

    let parts: [HealthPart]

    init(_ course: HealthCourse, upstreams: [Upstream], services: SiteServices) {
        let now = course.now
        parts = [
            Self.gateway(course, services.monitor), Self.log(course, services), Self.projection(course),
            Self.upstreams(upstreams, now), Self.keys(now, services.keys), Self.database(now),
            Self.backup(now, isOnServer: services.book.database.isShared),
            Self.process(course, services.monitor),
            Self.clock(now, services.monitor),
        ]
    }

    /// The worst there is.
    var level: HealthPart.Level { parts.map(\.level).max() ?? .good }

    private static func gateway(_ course: HealthCourse, _ monitor: ServerMonitor?) -> HealthPart {
        guard let counts = course.now.gateway else {
            if let monitor, monitor.gatewayAddress == nil { return gatewayElsewhere(course.now) }
            return HealthPart(
                "gateway", "数采网关", facts: [],
                troubles: [(.attention, "本进程没有运行数采网关，不接收报文。请用 qingheng serve 启动。")])
        }
        let packets = { (sample: HealthSample) in sample.gateway.map { Int64($0.packets) } }
        let lost = course.growth(inLast: 3_600) { $0.gateway.map { Int64($0.lost) } } ?? 0
        let late = counts.latency.counts.suffix(1).reduce(0, +)
        var troubles: [(HealthPart.Level, String)] = []
        if lost > 0 {
            troubles.append((.attention, "近 1 小时有 \(lost) 个报文因未登记设备的配额用完而丢失。请在“报文质量”登记这些设备。"))
        }
        if counts.unwrittenGroups > 0 {
            troubles.append((.attention, "启动以来有 \(counts.unwrittenGroups) 组报文没有写入，设备会重发。请检查磁盘。"))
        }
        return HealthPart(
            "gateway", "数采网关",
            facts: [
                ("监听", monitor?.gatewayAddress ?? "—"), ("当前连接", "\(counts.connections)"),
                ("近 1 分钟", text(course.growth(inLast: 60, of: packets), "个报文")),
                ("近 1 小时", text(course.growth(inLast: 3_600, of: packets), "个报文")),
                ("启动以来", "\(counts.packets) 个报文，应答 \(counts.latency.count)"),
                ("应答超过 5 秒", "\(late) 个"), ("未登记未应答", "\(counts.unanswered) 个"), ("丢失", "\(counts.lost) 个"),
            ], troubles: troubles,
            sparks: [
                Sparkline("近 60 分钟报文", unit: "个/分钟", course.growths(of: packets, every: 60, periods: 60)),
                Sparkline("近 24 小时报文", unit: "个/小时", course.growths(of: packets, every: 3_600, periods: 24)),
            ])
    }

    /// Of a server of pages only: the other one is known by its signs of life.
    private static func gatewayElsewhere(_ now: HealthSample) -> HealthPart {
        let silent = now.gatewayBeat.map { Instant(milliseconds: $0).seconds(until: now.time) }
        var troubles: [(HealthPart.Level, String)] = []
        if silent.map({ $0 > greatestSilence }) ?? true {
            let since = silent.map { "已 \(UpstreamWords.duration(seconds: $0)) 没有动静" } ?? "还没有运行过"
            troubles.append((.bad, "开着数采网关的服务\(since)，设备的报文没有接收，设备会保留并重发。请检查并启动该服务。"))
        }
        return HealthPart(
            "gateway", "数采网关",
            facts: [
                ("位置", "另一个服务，与本服务共用数据库"),
                ("最近动静", now.gatewayBeat.map { Instant(milliseconds: $0).secondText } ?? "—"),
            ], troubles: troubles)
    }

    private static func log(_ course: HealthCourse, _ services: SiteServices) -> HealthPart {
        let now = course.now
        var troubles: [(HealthPart.Level, String)] = []
        if let stall = now.stall {
            let since = Instant(milliseconds: stall.sinceMilliseconds).secondText
            // How much is left stands below; where something else is wrong the system's own words have to do.
            let why = stall.reason.code == .diskFull ? "空间不足" : stall.reason.detail
            troubles.append(
                (
                    .bad,
                    "自 \(since) 起磁盘写不进去（\(why)），报文在等待，没有应答，设备会保留并重发。请腾出空间或修复磁盘，之后自动恢复。"
                ))
        }
        if let free = now.process.freeBytes, free < leastFreeBytes {
            troubles.append((.attention, "磁盘只剩 \(bytes(free))。请扩容，或把不相干的文件移走。"))
        }
        if let days = course.daysUntilFull, days < leastDays {
            troubles.append((.attention, "按目前速度约 \(days) 天后磁盘写满。请安排扩容。"))
        }
        return HealthPart(
            "packet-log", "报文库",
            facts: [
                ("已落盘", bytes(now.logEnd)), ("等待写盘", bytes(Int64(now.stall?.waitingBytes ?? 0))),
                ("磁盘剩余", now.process.freeBytes.map(bytes) ?? "—"),
                ("磁盘总量", now.process.totalBytes.map(bytes) ?? "—"),
                ("增长", course.bytesPerDay.map { "\(bytes($0))/天" } ?? "运行 10 分钟后显示"),
                ("可写天数", course.daysUntilFull.map { "约 \($0) 天" } ?? "—"),
            ], troubles: troubles,
            sparks: [
                Sparkline(
                    "近 60 分钟写入", unit: "KiB/分钟",
                    course.growths(of: { $0.logEnd / 1_024 }, every: 60, periods: 60))
            ])
    }

    private static func projection(_ course: HealthCourse) -> HealthPart {
        let now = course.now
        guard let lag = now.projection else {
            return HealthPart(
                "projection", "读成数据", facts: [], troubles: [(.bad, "读不出报文库，报文没有读成数据。请检查数据目录所在磁盘。")])
        }
        let age = lag.seconds(at: now.time)
        var troubles: [(HealthPart.Level, String)] = []
        if age > greatestLagSeconds {
            troubles.append(
                (
                    age > faultyLagSeconds ? .bad : .attention,
                    "页面上的数据比收到的报文晚 \(UpstreamWords.duration(seconds: age))。报文已保存，不会丢失；长时间不恢复请查看服务日志。"
                ))
        }
        return HealthPart(
            "projection", "读成数据",
            facts: [
                ("未读报文", "\(lag.isEstimated ? "约 " : "")\(lag.packets) 个"),
                ("落后", UpstreamWords.duration(seconds: age)),
            ], troubles: troubles,
            sparks: [
                Sparkline(
                    "近 60 分钟落后", unit: "秒",
                    course.levels({ $0.projection?.seconds(at: $0.time) }, minutes: 60))
            ])
    }

    private static func upstreams(_ upstreams: [Upstream], _ now: HealthSample) -> HealthPart {
        guard !upstreams.isEmpty else {
            return HealthPart("upstreams", "上级平台", facts: [("平台", "未设置，没有报文离开本机")])
        }
        var facts: [(String, String)] = []
        var troubles: [(HealthPart.Level, String)] = []
        for upstream in upstreams {
            let state = UpstreamState(
                upstream, status: now.upstreams[upstream.id], lag: now.upstreamLags[upstream.id], now: now.time)
            facts.append((upstream.name, "\(state.text)，\(state.lagText)"))
            if let trouble = state.trouble { troubles.append((.attention, "\(upstream.name)：\(trouble)")) }
        }
        return HealthPart("upstreams", "上级平台", facts: facts, troubles: troubles)
    }

    private static func keys(_ now: HealthSample, _ keys: KeyStore) -> HealthPart {
        let shown = now.missingKeys.prefix(greatestNamedKeys).joined(separator: "、")
        let names = now.missingKeys.count > greatestNamedKeys ? "\(shown) 等 \(now.missingKeys.count) 个" : shown
        return HealthPart(
            "keys", "SM4 密钥",
            facts: [
                ("密钥文件", keys.isOpen ? "已载入" : "未使用"), ("密钥编号", "\(keys.ids.count) 个"),
                ("缺少", now.missingKeys.isEmpty ? "无" : "\(now.missingKeys.count) 个"),
            ],
            troubles: now.missingKeys.isEmpty
                ? []
                : [
                    (
                        .attention,
                        "缺少密钥 \(names)，其设备的加密报文只保存，不应答，也读不成数据。请在密钥文件中加入这些编号，用 qingheng serve --keys 重新启动。"
                    )
                ])
    }

    private static func database(_ now: HealthSample) -> HealthPart {
        HealthPart("database", "数据库", facts: [("大小", now.process.databaseBytes.map(bytes) ?? "—"), ("状态", "可读")])
    }

    private static func backup(_ now: HealthSample, isOnServer: Bool) -> HealthPart {
        if isOnServer {
            return HealthPart(
                "backup", "备份", facts: [("最近备份", "服务不掌握")],
                troubles: [(.attention, "数据库在 PostgreSQL 服务器上，请每天用服务器自己的工具备份它，并同时备份数据目录；密钥和口令另行保存。")])
        }
        let advice = "请每天运行 qingheng backup 目录（服务不必停止），并把备份复制到另一台机器；密钥和口令不在备份中，另行保存。"
        guard let last = now.lastBackup else {
            return HealthPart(
                "backup", "备份", facts: [("最近备份", "没有")], troubles: [(.attention, "这个数据目录还没有备份过。\(advice)")])
        }
        let begun = Instant(milliseconds: last.milliseconds)
        let age = begun.seconds(until: now.time)
        return HealthPart(
            "backup", "备份",
            facts: [
                ("最近备份", begun.secondText), ("距今", UpstreamWords.duration(seconds: max(0, age))),
                ("位置", last.place), ("含台账", "至第 \(last.sequence) 条记录"),
            ],
            troubles: age > greatestBackupAge
                ? [(.attention, "最近一次备份已超过 24 小时，此后的数据在磁盘损坏时会丢失。\(advice)")] : [])
    }

    private static func process(_ course: HealthCourse, _ monitor: ServerMonitor?) -> HealthPart {
        let state = course.now.process
        var troubles: [(HealthPart.Level, String)] = []
        if let open = state.openFiles, let most = state.greatestOpenFiles, open * 5 > most * 4 {
            troubles.append((.attention, "打开的文件和连接 \(open) 个，接近上限 \(most)。请调高系统的 nofile 限制后重新启动。"))
        }
        return HealthPart(
            "process", "进程",
            facts: [
                ("版本", monitor.map { $0.version == "unreleased" ? "未发布版" : $0.version } ?? "—"),
                ("启动", monitor?.started.secondText ?? "—"),
                ("已运行", monitor.map { UpstreamWords.duration(seconds: $0.uptimeSeconds) } ?? "—"),
                ("内存", state.residentBytes.map(bytes) ?? "—"),
                (
                    "打开文件",
                    "\(state.openFiles.map(String.init) ?? "—") / \(state.greatestOpenFiles.map(String.init) ?? "—")"
                ),
            ], troubles: troubles,
            sparks: [
                Sparkline(
                    "近 60 分钟内存", unit: "MiB",
                    course.levels({ $0.process.residentBytes.map { $0 >> 20 } }, minutes: 60))
            ])
    }

    private static func clock(_ now: HealthSample, _ monitor: ServerMonitor?) -> HealthPart {
        let jump = monitor?.clockJumpSeconds(at: now.time) ?? 0
        let hasZone = TimeZone(identifier: "Asia/Shanghai") != nil
        var troubles: [(HealthPart.Level, String)] = []
        if abs(jump) > 5 {
            troubles.append(
                (.attention, "启动以来系统时钟被调过 \(jump > 0 ? "+" : "−")\(abs(jump)) 秒。请核对本机时间，并启用网络对时。"))
        }
        if !hasZone { troubles.append((.attention, "系统缺少时区数据。请安装 tzdata。")) }
        return HealthPart(
            "clock", "时钟",
            facts: [
                ("北京时间", now.time.secondText), ("系统时区", TimeZone.current.identifier),
                ("时钟跳变", abs(jump) > 5 ? "\(jump) 秒" : "无"),
            ], troubles: troubles)
    }

    private static func text(_ count: Int64?, _ unit: String) -> String { count.map { "\($0) \(unit)" } ?? "—" }

    /// `1.5 GiB`, one decimal.
    static func bytes(_ count: Int64) -> String {
        let units = ["B", "KiB", "MiB", "GiB", "TiB"]
        var tenths = count * 10
        var unit = 0
        while tenths >= 10_240, unit < units.count - 1 {
            tenths /= 1_024
            unit += 1
        }
        return unit == 0 ? "\(count) B" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}
