import Gateway
import HJ212
import Monitoring
import Registry
import Standards
import Storage

extension EvidencePage {
    /// A packet of the log.
    ///
    /// - Throws: `StorageError` when no packet stands at the address.
    init(_ address: PacketAddress, standing: LedgerStanding, in context: PageContext) throws {
        let text = try PacketText(address, in: context)
        let title = "报文 \(text.number)"
        let isRecorded = try SegmentStore.recordedEnd(in: context.connection).map { address < $0 } ?? false
        let mn = text.packet?.head(.mn)?.string.uppercased() ?? ""
        let binding = DeviceBindings(try RegistryStore.bindings(of: mn, in: context.connection))
            .binding(of: mn, receivedMilliseconds: text.entry.receivedMilliseconds)
        let reading = PacketReading(text, binding, by: try text.codes(in: context))
        let place = try binding.flatMap { try RegistryStore.object($0.object, in: context.connection) }
        self.init(
            frame: PageFrame(
                title, in: context, at: .devices,
                path: mn.isEmpty ? [] : [Breadcrumb(label: PacketRaw.plain(mn), href: SiteURL.device(mn).path)]),
            packetTitle: title,
            receipt: [
                LabelledText(
                    label: text.verdict == .sent ? "下发时间" : "收到时间", value: text.received.secondText, href: nil),
                LabelledText(label: text.verdict == .sent ? "发往" : "来自", value: text.entry.peer, href: nil),
                LabelledText(
                    label: "设备号", value: mn.isEmpty ? "—" : PacketRaw.plain(mn),
                    href: mn.isEmpty ? nil : SiteURL.device(mn).path),
                LabelledText(label: "监测对象", value: place?.name ?? "未登记", href: nil),
                LabelledText(label: "报文库地址", value: text.number, href: nil),
                LabelledText(label: "摘要 SHA-256", value: AttachmentID(of: text.entry.raw).rawValue, href: nil),
            ], raw: text.raw, sizeText: "\(text.entry.raw.count) 字节", spans: reading.spans, parts: reading.parts,
            deciphered: reading.deciphered, dump: reading.dump, crc: Self.checksum(text.readable),
            length: Self.length(text.readable),
            issues: PacketIssues.list(text.readable).map { Issue(code: $0.rawValue, text: IssueWords.text($0)) },
            uses: try Self.uses(of: text, in: context), fate: reading.fate,
            past: PastNote(in: context, "报文解读", present: .packet(address)),
            standing: isRecorded ? standing : standing.limited(by: "本报文收到后是否被改动：它所在的分段尚未封存入台账"))
    }

    private static func checksum(_ packet: Packet?) -> Check {
        guard let frame = packet?.frame else { return Check(verdict: "不是报文", tone: "worse", given: "—", computed: "—") }
        let given = PacketRaw.plain(Array(frame.checksumText))
        let digits = String(Checksum.value(of: frame.segment), radix: 16, uppercase: true)
        let computed = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let isRight = frame.checksum == .right
        return Check(
            verdict: isRight ? "正确" : "错误", tone: isRight ? "better" : "worse", given: given.isEmpty ? "—" : given,
            computed: computed)
    }

    private static func length(_ packet: Packet?) -> Check {
        guard let frame = packet?.frame else { return Check(verdict: "不是报文", tone: "worse", given: "—", computed: "—") }
        return Check(
            verdict: frame.isLengthRight ? "正确" : "不符", tone: frame.isLengthRight ? "better" : "worse",
            given: frame.declaredLength.map(String.init) ?? "—", computed: String(frame.segment.count))
    }

    /// The page of what the packet speaks of, found by its device and time.
    private static func uses(of text: PacketText, in context: PageContext) throws -> [TextLink] {
        guard text.isAccepted || text.deciphered != nil, let packet = text.readable, let mn = packet.head(.mn)?.string,
            let time = packet.dataTime
        else { return [] }
        let bindings = DeviceBindings(try RegistryStore.bindings(in: context.connection))
        guard let binding = bindings.binding(of: mn, receivedMilliseconds: text.entry.receivedMilliseconds),
            let object = try RegistryStore.object(binding.object, in: context.connection)
        else { return [] }
        let start = Instant(secondsSince1970: time.unixSeconds)
        let date = start.beijingDate
        switch object.kind {
        case .station where packet.commandNumber == .hourData:
            let hour = start.beijingHour + 1
            return [
                TextLink(
                    label: "\(object.name) \(date.shortText) \(hour)时",
                    href: SiteURL.hour(hour, of: object.id, on: date).path)
            ]
        case .station: return [TextLink(label: object.name, href: SiteURL.station(object.id, on: date).path)]
        case .section: return [TextLink(label: object.name, href: SiteURL.section(object.id, month: date).path)]
        case .noise, .outlet, .town, .bureau: return []
        }
    }
}
