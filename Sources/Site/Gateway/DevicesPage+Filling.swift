import Gateway
import HJ212
import Registry
import Standards

extension DevicesPage {
    /// A device is silent when nothing came for so long, in seconds: hour data come every hour.
    private static let silentSeconds: Int64 = 5_400

    /// Every device that is bound or ever sent.
    init(in context: PageContext) throws {
        let health = try DeviceStore.health(in: context.connection)
        let bindings = try RegistryStore.bindings(in: context.connection)
        let latest = Dictionary(bindings.map { ($0.mn, $0) }, uniquingKeysWith: { _, last in last })
        let byDevice = Dictionary(health.map { ($0.mn, $0) }, uniquingKeysWith: { _, last in last })
        var rows: [(silence: Int64, row: Row)] = []
        for mn in Set(latest.keys).union(byDevice.keys).sorted() {
            rows.append(try Self.row(mn, byDevice[mn], latest[mn], in: context))
        }
        let sorted = rows.sorted { ($1.silence, $0.row.mn) < ($0.silence, $1.row.mn) }
        self.init(
            frame: PageFrame("报文质量", in: context, at: .devices), periodText: "自第一个报文以来的累计",
            summary: Self.summary(health, rows: rows, in: context), rows: sorted.map(\.row),
            emptyReason: "还没有设备。在登记中绑定设备号（MN），或让数采仪连接本机的 HJ 212 端口后显示；未登记的设备也会列出，报文照样保存。")
    }

    private static func summary(
        _ health: [DeviceHealth], rows: [(silence: Int64, row: Row)], in context: PageContext
    ) -> [LabelledText] {
        let silent = rows.count { $0.silence > silentSeconds }
        var facts = [
            ("在线设备", "\(rows.count - silent)"), ("静默设备", "\(silent)"),
            ("报文总数", "\(health.reduce(0) { $0 + $1.packets })"),
            ("CRC 错误", "\(health.reduce(0) { $0 + $1.wrongChecksums })"),
            ("长度不符", "\(health.reduce(0) { $0 + $1.wrongLengths })"),
            ("不完整", "\(health.reduce(0) { $0 + $1.broken })"),
            ("未读成数据", "\(health.reduce(0) { $0 + $1.quarantined })"),
        ]
        if let counts = context.services.gatewayTally?.counts { facts.append(("当前连接", "\(counts.connections)")) }
        return facts.map { LabelledText(label: $0.0, value: $0.1, href: nil) }
    }

    private static func row(
        _ mn: String, _ health: DeviceHealth?, _ binding: DeviceBinding?, in context: PageContext
    ) throws -> (silence: Int64, row: Row) {
        let owner = try binding.flatMap { try RegistryStore.object($0.object, in: context.connection) }
        let last = health.map { Instant(milliseconds: $0.lastReceivedMilliseconds) }
        let silence = last.map { max(0, $0.seconds(until: context.now)) } ?? .max
        let text = try? health.map { try PacketText($0.lastPacket, in: context) }
        let bad = health.map { $0.wrongChecksums + $0.broken } ?? 0
        let row = Row(
            mn: mn.isEmpty ? "（无设备号）" : mn, owner: owner.map(Self.name) ?? "未登记", ownerHref: owner.flatMap(Self.address),
            kind: owner.map(Self.kind) ?? "—", version: text?.packet.map { "HJ 212—\($0.version.rawValue)" } ?? "—",
            lastText: last?.shortSecondText ?? "从未",
            lastHref: health.map { SiteURL.packet($0.lastPacket).path },
            okCount: String((health?.packets ?? 0) - bad), crcBadCount: String(health?.wrongChecksums ?? 0),
            lengthWrongCount: String(health?.wrongLengths ?? 0), hasBad: bad + (health?.wrongLengths ?? 0) > 0,
            stateText: Self.state(silence), stateTone: silence > silentSeconds ? "worse" : "better",
            clockSkew: text.map(Self.skew) ?? "—")
        return (silence, row)
    }

    private static func state(_ silence: Int64) -> String {
        if silence == .max { return "从未上线" }
        if silence <= silentSeconds { return "在线" }
        return silence < 172_800 ? "静默 \(silence / 3_600) 小时" : "静默 \(silence / 86_400) 天"
    }

    /// How far the device's clock is from ours, by the time in the number of its last exchange.
    private static func skew(_ text: PacketText) -> String {
        guard let digits = text.packet?.head(.qn)?.bytes, let sent = DataTime(digits: digits) else { return "—" }
        let seconds = sent.unixSeconds - text.received.secondsSince1970
        return seconds == 0 ? "0 秒" : "\(seconds > 0 ? "+" : "−")\(abs(seconds)) 秒"
    }

    private static func name(of object: RegisteredObject) -> String {
        object.kind == .outlet ? "\(object.text("enterprise")) \(object.name)" : object.name
    }

    private static func address(of object: RegisteredObject) -> String? {
        switch object.kind {
        case .station: SiteURL.station(object.id).path
        case .section: SiteURL.section(object.id).path
        case .noise, .outlet, .town, .bureau: nil
        }
    }

    private static func kind(of object: RegisteredObject) -> String {
        switch object.kind {
        case .station: "空气站"
        case .section: "水站"
        case .noise: "噪声点"
        case .outlet: object.text("medium") == "water" ? "废水排口" : "废气排口"
        case .town, .bureau: "—"
        }
    }
}
