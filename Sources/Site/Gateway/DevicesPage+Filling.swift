import Gateway
import HJ212
import Registry
import Standards

extension DevicesPage {
    /// More rows than a person goes through are not read: numbers made of noise may come from anywhere.
    private static let greatestDevices = 500

    /// Every device that is bound or ever sent, the longest silent first.
    init(in context: PageContext) throws {
        let health = try DeviceStore.health(in: context.connection)
        let bindings = try RegistryStore.bindings(in: context.connection)
        let latest = Dictionary(bindings.map { ($0.mn, $0) }, uniquingKeysWith: { _, last in last })
        let byDevice = Dictionary(health.map { ($0.mn, $0) }, uniquingKeysWith: { _, last in last })
        let devices = Set(latest.keys).union(byDevice.keys)
            .map { DeviceState($0, byDevice[$0], latest[$0], now: context.now) }
            .sorted { ($1.silence ?? .max, $0.mn) < ($0.silence ?? .max, $1.mn) }
        self.init(
            frame: PageFrame("报文质量", in: context, at: .devices), periodText: "自第一个报文以来的累计",
            summary: Self.summary(health, devices, in: context),
            rows: try devices.prefix(Self.greatestDevices).map { try Row($0, in: context) },
            gateway: context.services.gatewayTally.map { GatewayState($0.counts) },
            emptyReason: "还没有设备。在登记中绑定设备号（MN），或让数采仪连接本机的 HJ 212 端口后显示；未登记的设备也会列出，报文照样保存，登记之后才应答。")
    }

    private static func summary(
        _ health: [DeviceHealth], _ devices: [DeviceState], in context: PageContext
    ) -> [LabelledText] {
        let silent = devices.count(where: \.isSilent)
        var facts = [
            ("在线设备", "\(devices.count - silent)"), ("静默设备", "\(silent)"),
            ("报文总数", "\(health.reduce(0) { $0 + $1.packets })"),
            ("CRC 错误", "\(health.reduce(0) { $0 + $1.wrongChecksums })"),
            ("长度不符", "\(health.reduce(0) { $0 + $1.wrongLengths })"),
            ("不完整", "\(health.reduce(0) { $0 + $1.broken })"),
            ("未读成数据", "\(health.reduce(0) { $0 + $1.quarantined })"),
        ]
        if let counts = context.services.gatewayTally?.counts { facts.append(("当前连接", "\(counts.connections)")) }
        return facts.map { LabelledText(label: $0.0, value: $0.1, href: nil) }
    }
}

extension DevicesPage.Row {
    init(_ device: DeviceState, in context: PageContext) throws {
        let owner = try device.binding.flatMap { try RegistryStore.object($0.object, in: context.connection) }
        let health = device.health
        // A last packet that cannot be read any more leaves its columns empty; the counts still stand.
        let text = try? health.map { try PacketText($0.lastPacket, in: context) }
        let wrongLengths = health?.wrongLengths ?? 0
        self.init(
            mn: device.mn.isEmpty ? "（无设备号）" : device.mn, owner: owner.map(Self.name) ?? "未登记",
            ownerHref: owner.flatMap(Self.address), kind: owner.map(Self.kind) ?? "—",
            version: text?.packet.map { "HJ 212—\($0.version.rawValue)" } ?? "—",
            lastText: health.map { Instant(milliseconds: $0.lastReceivedMilliseconds).shortSecondText } ?? "从未",
            lastHref: health.map { SiteURL.packet($0.lastPacket).path },
            okCount: String((health?.packets ?? 0) - device.badCount),
            crcBadCount: String(health?.wrongChecksums ?? 0), lengthWrongCount: String(wrongLengths),
            hasBad: device.badCount + wrongLengths > 0, stateText: device.text,
            stateTone: device.isSilent ? "worse" : "better", clockSkew: text.map(Self.skew) ?? "—")
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
