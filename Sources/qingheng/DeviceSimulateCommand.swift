import ArgumentParser
import Demo
import Foundation
import Gateway
import HJ212
import House
import Logging
import Standards

struct DeviceSimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "模拟现场设备：连接网关，按 HJ 212 上传编造的数据，等待应答并重发，应答平台的请求",
        discussion: """
            不给 --rate、--window 时，设备按各自的时钟上传：实时数据（--interval）、10 分钟、小时和日数据，一次只有一个包待应答。
            给出其一时为压测：各设备的小时数据一个接一个发出。数据全部是编造的；只连接 --to 指明的地址。

            --deviations 可用的偏差（多个用逗号分隔；all 为每台设备依次取一种）：
            \(deviationList)
            """)

    @Option(help: ArgumentHelp("网关地址", valueName: "主机:端口"))
    var to = "127.0.0.1:9212"

    @Option(help: ArgumentHelp("设备台数；--deviations all 时默认每种偏差一台，否则 1", valueName: "台数"))
    var devices: Int?

    @Option(help: ArgumentHelp("协议版本：2005、2017、2025", valueName: "版本"))
    var edition = "2017"

    @Option(help: ArgumentHelp("设备类别：\(profileList)", valueName: "类别"))
    var profile = TrialProfile.outlet.rawValue

    @Option(help: ArgumentHelp("偏差名称，见上", valueName: "名称,…|all"))
    var deviations: String?

    @Option(help: ArgumentHelp("实时数据间隔，秒；0 为不发实时数据", valueName: "秒"))
    var interval = 30

    @Option(help: ArgumentHelp("压测：全部连接合计每秒发出的包数", valueName: "包/秒"))
    var rate: Double?

    @Option(help: ArgumentHelp("压测：每个连接最多有几个包待应答；不给 --rate 时应答多快就发多快", valueName: "包数"))
    var window: Int?

    @Option(help: ArgumentHelp("连接数；默认每台设备一个", valueName: "个数"))
    var connections: Int?

    @Option(help: ArgumentHelp("运行多久，秒；不给则运行到中断（--print 时为 3600）", valueName: "秒"))
    var duration: Double?

    @Option(help: ArgumentHelp("应答满多少个包后结束；压测时为发出的总包数，--print 时为打印的包数", valueName: "包数"))
    var count: Int?

    @Option(help: ArgumentHelp("第一台设备的编号，以 6 位十六进制数结尾，其后各台依次加一", valueName: "MN"))
    var firstMn = TrialFleet.usualFirstNumber

    @Option(help: ArgumentHelp("随机种子；同一种子的数据相同", valueName: "数"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "从何时起的数据未曾上传，先补传；压测为第一个小时，默认 2006-01-01", valueName: "时间"))
    var historyStart: String?

    @Option(help: ArgumentHelp("从 127.0.0.1 起的多少个本机地址发起连接，仅用于本机网关", valueName: "个数"))
    var sources = 1

    @Option(
        help: ArgumentHelp("SM4 密钥文件，与 serve --keys 同一种，以设备编号为密钥编号；仅用于 2025 版", valueName: "文件"))
    var cipher: String?

    @Flag(help: "2025 版设备先上报硬件编号（1001）申请设备编号")
    var register = false

    @Flag(name: .customLong("print"), help: "不连接，把报文写到标准输出")
    var printing = false

    @Flag(help: "小结输出为一个 JSON 对象")
    var json = false

    private static let deviationList = Deviation.allCases.map { "  \($0.rawValue)：\($0.explanation)" }
        .joined(separator: "\n")
    private static let profileList = TrialProfile.allCases.map { "\($0.rawValue) \($0.explanation)" }
        .joined(separator: "、")

    func validate() throws {
        guard ListenAddress(to) != nil else { throw ValidationError("地址“\(to)”应写成 主机:端口，例如 127.0.0.1:9212") }
        if let historyStart, Instant(historyStart) == nil {
            throw ValidationError("时间“\(historyStart)”应如 2026-11-21T08:00:00+08:00")
        }
        guard interval == 0 || (1...3_600).contains(interval) else {
            throw ValidationError("--interval 应为 0 或 1 至 3600 秒")
        }
        guard (1...254).contains(sources) else { throw ValidationError("--sources 应为 1 至 254") }
        guard sources == 1 || to.hasPrefix("127.") else { throw ValidationError("--sources 只用于 127. 开头的本机网关") }
        for (name, value) in [("devices", devices), ("window", window), ("connections", connections), ("count", count)]
        {
            if let value, value < 1 { throw ValidationError("--\(name) 应为正整数") }
        }
        if let rate, rate <= 0 { throw ValidationError("--rate 应大于 0") }
        _ = try fleet()
    }

    func run() async throws {
        let fleet = try fleet()
        let now = SystemClock.now()
        let start = historyStart.flatMap { Instant($0) }
        if printing { return try print(fleet, from: start ?? now) }
        guard let address = ListenAddress(to) else { return }
        OpenFiles.raiseLimit()
        var logger = Logger(label: "simulate") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        let dialler = LineDialler(
            host: address.host, port: address.port, sources: sources, now: SystemClock.now, logger: logger)
        let run = TrialRun(fleet: fleet, dialler: dialler)
        let clock = ContinuousClock()
        let began = clock.now
        let cpuBegan = ProcessTime.seconds
        let tally: LineTally
        if isLoad {
            var plan = LoadPlan(start: start ?? Self.loadStart)
            plan.packetsPerSecond = rate
            plan.window = window ?? 1
            plan.connections = connections ?? fleet.count
            plan.packets = count
            tally = await run.load(plan, seconds: duration)
        } else {
            tally = await run.live(
                connections: connections ?? fleet.count, answeredThrough: start ?? now, seconds: duration,
                packets: count)
        }
        let summary = SimulationSummary(
            tally: tally, devices: fleet.count, seconds: (clock.now - began).inSeconds,
            cpuSeconds: ProcessTime.seconds - cpuBegan)
        Terminal.say(json ? try summary.json() : summary.text)
        if tally.answered == 0, tally.asked + tally.broken > 0 { throw ExitStatus.findings }
    }

    /// The first hour of data under load: late enough to be plausible, early enough for a hundred thousand hours.
    private static let loadStart = Instant(secondsSince1970: 1_136_044_800)

    private var isLoad: Bool { rate != nil || window != nil }

    private func print(_ fleet: TrialFleet, from start: Instant) throws {
        var left = count ?? .max
        try fleet.packets(after: start, through: start.adding(seconds: Int(duration ?? 3_600))) { bytes in
            try Terminal.write(bytes)
            left -= 1
            return left > 0
        }
    }

    private func fleet() throws -> TrialFleet {
        var fleet = TrialFleet()
        guard let edition = DistrictPlan.Device.Version(rawValue: edition), edition != .surfaceWater else {
            throw ValidationError("没有协议版本“\(edition)”，可用 2005、2017、2025")
        }
        guard let profile = TrialProfile(rawValue: profile) else {
            throw ValidationError("没有设备类别“\(profile)”，可用 \(Self.profileList)")
        }
        guard profile.exists(in: edition) else {
            throw ValidationError("2005 版没有\(profile.explanation)所测项目的编码，请换用 outlet 或 stack")
        }
        fleet.edition = edition
        fleet.profile = profile
        if deviations == "all" {
            fleet.deviations = Deviation.allCases
            fleet.hasOneDeviationEach = true
        } else if let deviations {
            fleet.deviations = try deviations.split(separator: ",").map { name in
                guard let found = Deviation(rawValue: String(name)) else {
                    throw ValidationError("没有偏差“\(name)”，可用的名称见 qingheng device simulate --help")
                }
                return found
            }
        }
        if let cipher {
            guard edition == .hj2025 else { throw ValidationError("--cipher 只用于 --edition 2025") }
            let store: KeyStore
            do {
                store = try KeyStore.opening(cipher)
            } catch {
                // Read while arguments are checked, where only this kind of error is told as it is.
                throw ValidationError(error.message)
            }
            fleet.keys = Dictionary(
                uniqueKeysWithValues: store.ids.compactMap { id in store.ring(id).current.map { (id, $0) } })
        }
        fleet.count = devices ?? (fleet.hasOneDeviationEach ? fleet.deviations.count : 1)
        fleet.realtimeSeconds = interval
        fleet.firstNumber = firstMn
        fleet.seed = seed
        fleet.registers = register
        guard fleet.number(fleet.count - 1) != nil else {
            throw ValidationError("--first-mn“\(firstMn)”应以 6 位十六进制数结尾，且够 \(fleet.count) 台设备依次加一")
        }
        return fleet
    }
}
