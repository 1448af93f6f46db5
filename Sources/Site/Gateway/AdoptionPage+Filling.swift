import Gateway
import HJ212
import Records
import Registry
import Standards
import Storage

extension AdoptionPage {
    /// More rows than a person goes through are not read.
    private static let greatestRows = 200
    /// Registered devices on the page; a city has more, and they are found on 报文质量.
    private static let greatestRegistered = 500
    /// Packets looked at for the commands and codes of a row.
    private static let sampleCount = 5
    /// Names of factors printed in a row.
    private static let namedFactors = 3

    /// - Parameter attempt: a switch of 接管 that was refused, put back into the form.
    init(attempt: CaptureAttempt? = nil, in context: PageContext) throws {
        let codes = try FactorCodeBook(context.catalog, on: context.today)
        let count = try AdoptionStore.waitingCount(in: context.connection)
        let devices = try AdoptionStore.waiting(limit: Self.greatestRows, in: context.connection)
        let bindings = Dictionary(
            try RegistryStore.bindings(in: context.connection).map { ($0.mn, $0) },
            uniquingKeysWith: { _, last in last }
        ).values.sorted { $0.mn < $1.mn }
        let more = count > devices.count ? "，列出最近发送的 \(devices.count) 台" : ""
        self.init(
            frame: PageFrame("设备登记", in: context, at: .adoption),
            capture: try CaptureState(attempt, in: context),
            waitingText: "\(count) 台设备在发送，尚未登记\(more)",
            waiting: try devices.map { try Self.row($0, by: codes, in: context) },
            registeredText: bindings.count > Self.greatestRegistered
                ? "\(bindings.count) 台，列出前 \(Self.greatestRegistered) 台，其余从“报文质量”打开" : "\(bindings.count) 台",
            registered: try bindings.prefix(Self.greatestRegistered).map { try Registered($0, in: context) },
            emptyReason: "没有未登记的设备在发送。让数采仪连接本机的 HJ 212 端口，收到第一个报文后在这里列出。")
    }

    private static func row(
        _ device: WaitingDevice, by codes: FactorCodeBook, in context: PageContext
    ) throws -> Waiting {
        let log = context.archive.packets
        let sample = DeviceSample(
            try AdoptionStore.lastPackets(of: device.mn, limit: sampleCount, in: context.connection, from: log),
            ring: context.services.keys.ring(device.mn))
        func received(_ address: PacketAddress) throws -> String {
            Instant(milliseconds: try log.packet(at: address).entry.receivedMilliseconds).shortSecondText
        }
        let names = sample.codes.prefix(namedFactors).map { sent in
            codes.entry(for: sent.code)?.name ?? PacketRaw.plain(sent.code)
        }
        let more = sample.codes.count > namedFactors ? " 等 \(sample.codes.count) 个" : ""
        return Waiting(
            mn: PacketRaw.plain(device.mn), href: SiteURL.adoptDevice(device.mn).path,
            dialect: sample.dialect.map(AdoptionWords.dialect) ?? "—",
            commands: sample.commands.map { "\($0.command.text) \(PacketWords.command($0.command))" }
                .joined(separator: "、"),
            factors: names.isEmpty ? "—" : names.joined(separator: "、") + more,
            firstText: try received(device.first), lastText: try received(device.last),
            lastHref: SiteURL.packet(device.last).path, packetCount: String(device.packets),
            peers: device.hosts.prefix(3).joined(separator: "、")
                + (device.hosts.count > 3 ? " 等 \(device.hosts.count) 个" : ""),
            charge: bytes(device.charge))
    }

    /// `1.2 MB`, with the share of the quota of one address.
    private static func bytes(_ count: Int) -> String {
        let tenths = count * 10 / 1_048_576
        let size = tenths > 0 ? "\(tenths / 10).\(tenths % 10) MB" : "\((count + 1_023) / 1_024) kB"
        return "\(size)（\(count * 100 / QuarantineQuota.peerBytes)%）"
    }
}

extension AdoptionPage.Registered {
    init(_ binding: DeviceBinding, in context: PageContext) throws {
        let object = try RegistryStore.object(binding.object, in: context.connection)
        let settings = binding.settings
        let ownership = AdoptionWords.ownership(settings.ownership)
        self.init(
            mn: binding.mn, href: SiteURL.adoptDevice(binding.mn).path,
            object: object.map(AdoptionWords.name) ?? binding.object, kind: object.map(AdoptionWords.kind) ?? "—",
            owner: settings.owner.isEmpty ? ownership : "\(settings.owner)（\(ownership)）",
            dialect: settings.dialect.map { Dialect(rawValue: $0).map(AdoptionWords.dialect) ?? $0 } ?? "按报文判断",
            accepted: settings.acceptedOn?.description ?? "未验收", isAccepted: settings.acceptedOn != nil,
            filed: settings.filedOn?.description ?? "—")
    }
}
