import Gateway
import HJ212
import Registry
import Standards

extension DevicesPage {
    /// As many as a person looks through at once.
    private static let pageLength = 50

    /// Every device that is bound or ever sent and fits, what needs a person first.
    init(_ filter: FleetFilter, in context: PageContext) throws {
        let fleet = try Fleet(in: context)
        let fitting = fleet.devices.filter(filter.fits)
        let listed = fitting.filter { filter.state.lists($0, on: context.today) }.sorted(by: filter.order.precedes)
        let numbers = PageNumbers(filter.page, of: listed.count, length: Self.pageLength) { page in
            SiteURL.devices(filter.with { $0.page = page }).path
        }
        let shown = Array(listed[numbers.range])
        let strips = try DeviceStrips(shown, in: context)
        self.init(
            frame: PageFrame("报文质量", in: context, at: .devices), filterText: filter.words,
            states: FleetFilter.State.allCases.map { state in
                Choice(
                    label: state.label, count: String(fitting.count { state.lists($0, on: context.today) }),
                    href: SiteURL.devices(filter.with { $0.state = state }).path, isCurrent: state == filter.state)
            },
            form: Form(filter), columns: Self.columns(filter),
            rows: shown.map { Row($0, strips.strip(of: $0), in: context) }, pager: numbers.pager,
            enoughText: "\(strips.leastMinutes) 分钟", csvHref: SiteURL.devicesCSV(filter).path,
            gateway: context.services.gatewayTally.map { GatewayState($0.counts, $0.clock.report) },
            emptyReason: fleet.devices.isEmpty
                ? "还没有设备。在登记中绑定设备号（MN），或让数采仪连接本机的 HJ 212 端口后显示；未登记的设备也会列出，报文照样保存，登记之后才应答。"
                : "没有符合条件的设备（\(filter.words)）。")
    }

    private static func columns(_ filter: FleetFilter) -> [Column] {
        func column(_ label: String, _ order: FleetFilter.Order?, isNumber: Bool = false) -> Column {
            Column(
                label: label, href: order.map { order in SiteURL.devices(filter.with { $0.order = order }).path },
                isNumber: isNumber,
                order: order == filter.order ? (order == .place ? "ascending" : "descending") : nil)
        }
        return [
            column("站点或排口", .place), column("类型", nil), column("状态与原因", .urgency), column("最近报文", .last),
            column("近 24 小时", nil), column("CRC 错", .faults, isNumber: true),
            column("长度不符", nil, isNumber: true), column("残缺·错时", nil, isNumber: true),
            column("补传·重复", .resent, isNumber: true), column("时钟偏差", .drift, isNumber: true),
            column("间隔", .interval, isNumber: true), column("协议", nil),
        ]
    }
}

extension DevicesPage.Form {
    fileprivate init(_ filter: FleetFilter) {
        let names = ["空气站", "水站", "噪声点", "废气排口", "废水排口"]
        self.init(
            action: SiteURL.devices.path, state: filter.state == .all ? "" : filter.state.rawValue,
            order: filter.order == .urgency ? "" : filter.order.rawValue, text: filter.text ?? "",
            owner: filter.owner ?? "",
            kinds: [Option(value: "", label: "全部类型", isSelected: filter.kind == nil)]
                + names.map { Option(value: $0, label: $0, isSelected: filter.kind == $0) },
            clearHref: SiteURL.devices.path)
    }
}

extension DevicesPage.Row {
    init(_ device: FleetDevice, _ hours: [HourCompleteness], in context: PageContext) {
        let health = device.health
        let (state, tone) = SilenceWords.state(device)
        let words = SilenceWords(device)
        let strip = HourStrip(hours)
        let expected = hours.filter(\.isDue)
        let counts = health?.counts ?? PacketCounts()
        func href(_ fault: PacketFault, _ count: Int) -> String? {
            count > 0 ? SiteURL.devicePacket(device.mn, with: fault).path : nil
        }
        self.init(
            mn: device.number, href: device.href, place: device.place,
            owner: [device.device?.enterprise, context.bureauName].contains(device.owner) ? "" : device.owner,
            kind: device.kind,
            isUnaccepted: device.device != nil && !device.isAccepted(on: context.today), stateText: state,
            stateTone: tone,
            cause: device.standing == .online && device.cause == .none ? nil : words.cause,
            lastText: health.map { Instant(milliseconds: $0.lastReceivedMilliseconds).shortSecondText } ?? "从未",
            lastHref: health.map { SiteURL.packet($0.lastPacket).path }, svg: strip.svg,
            fullText: expected.isEmpty ? "—" : "\(expected.count { $0.state == .full })/\(expected.count)",
            crcBadCount: String(device.faults.wrongChecksums),
            lengthWrongCount: String(device.faults.wrongLengths),
            otherBadCount: String(device.faults.broken + device.faults.wrongTimes),
            crcBadHref: href(.checksum, device.faults.wrongChecksums),
            lengthWrongHref: href(.length, device.faults.wrongLengths),
            otherBadHref: href(.other, device.faults.broken + device.faults.wrongTimes),
            hasBad: device.standing == .refused || device.faults.wrongChecksums + device.faults.broken > 0,
            resentText: "\(counts.resent)·\(counts.duplicates)",
            clockSkew: SilenceWords.drift(health?.driftMilliseconds),
            isSkewed: abs(health?.driftMilliseconds ?? 0) > SilenceWords.greatestDrift,
            interval: health?.realtimeSeconds.map { "\($0) 秒" } ?? "—",
            versions: health?.versions.map(\.rawValue).joined(separator: "、") ?? "—")
    }
}
