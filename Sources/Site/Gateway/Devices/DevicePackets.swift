import Gateway
import HJ212
import Records
import Standards
import Storage

/// The last packets of a device, the last one first.
struct DevicePackets {
    let rows: [DevicePage.Packet]
    let hint: String

    /// As many as a person looks through.
    private static let greatestCount = 50

    init(_ device: FleetDevice, in context: PageContext) throws {
        guard let health = device.health else {
            rows = []
            hint = "没有收到过报文。"
            return
        }
        let last = LastPackets(of: device.mn, through: health.lastReceivedMilliseconds, in: context.archive.packets)
        rows = try last.find(Self.greatestCount).map { DevicePage.Packet($0) }
        hint = rows.isEmpty ? "报文库中已没有该设备的报文。" : ""
    }
}

extension DevicePage.Packet {
    /// So much of the text is shown in a line.
    private static let greatestText = 90

    init(_ logged: LoggedPacket) {
        let entry = logged.entry
        let packet = Packet(kept: entry.raw)
        let verdict = PacketVerdict(rawValue: entry.verdict) ?? .broken
        let text = PacketRaw.text(entry.raw)
        self.init(
            received: Instant(milliseconds: entry.receivedMilliseconds).secondText,
            href: SiteURL.packet(logged.address).path,
            command: packet?.commandNumber.map { "\($0.text) \(PacketWords.command($0))" } ?? "—",
            time: packet?.dataTime.map { Instant(secondsSince1970: $0.unixSeconds).secondText } ?? "—",
            size: "\(entry.raw.count)", verdict: PacketText.words(verdict),
            tone: [.accepted, .acceptedWrongLength, .sent].contains(verdict) ? "better" : "worse", peer: entry.peer,
            text: text.count > Self.greatestText ? text.prefix(Self.greatestText) + "…" : text)
    }
}
