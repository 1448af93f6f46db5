import Gateway
import HJ212
import Registry
import Standards
import Storage

extension DevicePage {
    /// So many days are shown hour by hour.
    static let dayCount = 30

    /// - Throws: `SiteError` with `.unknownObject` when the device is not bound and never sent.
    init(_ mn: String, in context: PageContext) throws {
        let device = try Fleet.device(mn, in: context)
        let bindings = try RegistryStore.bindings(of: mn, in: context.connection)
        let binding = bindings.last
        let words = SilenceWords(device)
        let (state, tone) = SilenceWords.state(device)
        let calendar = try DeviceCalendar(device, days: Self.dayCount, in: context)
        let packets = try DevicePackets(device, in: context)
        let codes = try FactorCodeBook(context.catalog, on: context.today)
        self.init(
            frame: PageFrame("设备 \(device.number)", in: context, at: .devices), place: device.place,
            mn: device.number, isUnaccepted: device.device != nil && !device.isAccepted(on: context.today),
            stateText: state, stateTone: tone,
            cause: words.cause, advice: words.advice,
            totals: Self.totals(device), facts: try Self.facts(device, binding, in: context) + Self.commands(binding),
            channels: (binding?.channels ?? []).map { Channel($0, by: codes) },
            bindings: bindings.reversed().map(Binding.init), last: Self.last(device),
            drift: calendar.drift, days: calendar.days, rateText: calendar.rateText,
            enoughText: calendar.enoughText,
            packets: packets.rows, packetsHint: packets.hint,
            register: TextLink(
                label: binding == nil ? "登记该设备" : "修改登记", href: SiteURL.adoptDevice(device.mn).path))
    }

    /// Only a registered device can be asked for anything.
    private static func commands(_ binding: DeviceBinding?) -> [LabelledText] {
        binding.map {
            [LabelledText(label: "反控命令", value: "下发与结果", href: SiteURL.deviceCommands($0.mn).path)]
        } ?? []
    }

    private static func totals(_ device: FleetDevice) -> [LabelledText] {
        guard let health = device.health else { return [] }
        let counts = health.counts
        let texts: [(String, String)] = [
            ("报文总数", "\(counts.packets)"), ("实时", "\(counts.count(of: .realtime))"),
            ("分钟", "\(counts.count(of: .minute))"), ("小时", "\(counts.count(of: .hour))"),
            ("日", "\(counts.count(of: .day))"), ("其他", "\(counts.count(of: .other))"),
            ("CRC 错误", "\(counts.wrongChecksums)"), ("长度不符", "\(counts.wrongLengths)"),
            ("残缺", "\(counts.broken)"), ("时间错误", "\(counts.wrongTimes)"), ("重复", "\(counts.duplicates)"),
            ("补传", "\(counts.resent)"), ("未读成数据", "\(health.quarantined)"),
        ]
        return texts.map { LabelledText(label: $0.0, value: $0.1, href: nil) }
    }

    private static func facts(
        _ device: FleetDevice, _ binding: DeviceBinding?, in context: PageContext
    ) throws -> [LabelledText] {
        let health = device.health
        var facts: [(String, String, String?)] = []
        if let binding {
            let settings = binding.settings
            facts += [
                ("监测对象", device.place, Self.address(of: device)), ("类型", device.kind, nil),
                ("产权", "\(settings.ownership == .bureau ? "本局" : "企业")　\(device.owner)", nil),
                (
                    "协议",
                    settings.dialect.map { "按登记：\(Dialect(rawValue: $0).map(AdoptionWords.dialect) ?? $0)" }
                        ?? "未指定，按报文 Flag 判断", nil
                ),
                ("验收", settings.acceptedOn.map { "\($0) 通过验收" } ?? "未验收，数据不作超标依据", nil),
                ("联网备案", settings.filedOn?.description ?? "未备案", nil),
                ("上报周期", Self.periods(settings), nil),
                ("放行的偏差", Self.tolerances(settings), nil),
                ("应答", settings.isAnswered ? "按报文要求应答" : "不应答（该设备收到应答会出错）", nil),
            ]
            if let keys = try DeviceKeys(of: binding.mn, from: context.services.keys, in: context.connection) {
                facts.append(("SM4 密钥", Self.key(keys, in: context.services.keys), nil))
            }
        }
        if let health {
            facts += [
                ("首个报文", Instant(milliseconds: health.firstReceivedMilliseconds).secondText, nil),
                (
                    "最近报文", Instant(milliseconds: health.lastReceivedMilliseconds).secondText,
                    SiteURL.packet(health.lastPacket).path
                ),
                ("来源地址", health.hosts.joined(separator: "、"), nil),
                ("协议版本", health.versions.map(PacketWords.standard).joined(separator: "、"), nil),
                ("时钟偏差", SilenceWords.drift(health.driftMilliseconds), nil),
                ("实时数据间隔", health.realtimeSeconds.map { "\($0) 秒（中位数）" } ?? "—", nil),
            ]
        }
        return facts.map { LabelledText(label: $0.0, value: $0.1.isEmpty ? "—" : $0.1, href: $0.2) }
    }

    private static func key(_ keys: DeviceKeys, in store: KeyStore) -> String {
        guard let id = keys.id.map({ PacketRaw.plain($0) }) else { return "已不用密钥；以前的报文按旧登记的密钥解密" }
        guard keys.ring.current != nil else {
            return "编号 \(id)，不在密钥文件中：加密报文只保存，不应答，也读不成数据。请在密钥文件中加入该编号，用 qingheng serve --keys 重新启动"
        }
        let waits = keys.ring.proposed == nil ? "" : "；新密钥待设备确认"
        return "编号 \(id)，已载入，旧密钥 \(keys.ring.former.count) 个\(waits)"
    }

    private static func periods(_ settings: DeviceSettings) -> String {
        let realtime =
            settings.realtimeSeconds.map { $0 == 0 ? "不发实时数据" : "实时 \($0) 秒" } ?? "实时间隔未登记"
        return "\(realtime)，分钟数据 \(settings.minuteSeconds / 60) 分钟，小时数据 \(settings.hourSeconds / 3_600) 小时"
    }

    private static func tolerances(_ settings: DeviceSettings) -> String {
        settings.tolerances.sorted().map { DeviationWords.text($0) }.joined(separator: "；")
    }

    private static func address(of device: FleetDevice) -> String? {
        guard let registered = device.device else { return nil }
        switch registered.kind {
        case .station: return SiteURL.station(registered.object).path
        case .section: return SiteURL.section(registered.object).path
        default: return nil
        }
    }

    private static func last(_ device: FleetDevice) -> [Last] {
        let names: [PacketClass: String] = [
            .realtime: "实时数据 2011", .minute: "分钟数据 2051", .hour: "小时数据 2061", .day: "日数据 2031",
        ]
        return PacketClass.data.compactMap { kind in
            device.health?.last[kind].map { last in
                Last(
                    kind: names[kind] ?? "",
                    time: last.seconds.map { Instant(secondsSince1970: $0).secondText } ?? "时间不可信",
                    href: SiteURL.packet(last.packet).path)
            }
        }
    }
}

extension DevicePage.Channel {
    fileprivate init(_ channel: DeviceChannel, by codes: FactorCodeBook) {
        let analyser = [channel.analyser, channel.serial].filter { !$0.isEmpty }.joined(separator: "　编号 ")
        self.init(
            code: channel.code, name: codes.entry(for: channel.code)?.name ?? channel.item,
            analyser: analyser.isEmpty ? "—" : analyser,
            range: channel.range.map { "\($0.low)—\($0.high) \(ScreenText.unit($0.unit))" } ?? "—")
    }
}

extension DevicePage.Binding {
    fileprivate init(_ binding: DeviceBinding) {
        let settings = binding.settings
        self.init(
            time: Instant(milliseconds: binding.sinceMilliseconds).minuteText, object: binding.object,
            settings: "\(binding.channels.count) 个因子，"
                + (settings.acceptedOn.map { "验收 \($0)" } ?? "未验收"),
            recordText: "台账第 \(binding.sequence) 条", recordHref: SiteURL.record(binding.sequence).path)
    }
}
