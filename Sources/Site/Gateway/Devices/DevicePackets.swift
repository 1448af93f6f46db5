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
        let found = try Self.found(device.mn, health, in: context)
        rows = found.map { DevicePage.Packet($0) }
        hint = rows.isEmpty ? "报文库中已没有该设备的报文。" : ""
    }

    /// Looks back over ever longer spans, so that a device that sends every ten seconds is not read for a month.
    private static func found(_ mn: String, _ health: DeviceHealth, in context: PageContext) throws -> [LoggedPacket] {
        let log = context.archive.packets
        // The last packet is in every span; times of receipt may stand still, but the end is open.
        let end = health.lastReceivedMilliseconds + 1
        for span in spans {
            var found: [LoggedPacket] = []
            while true {
                let page = try log.find(
                    device: mn, key: .device, from: end - span, after: found.last?.address, limit: pageLength)
                found += page
                if page.count < pageLength || found.count >= greatestSearched { break }
            }
            if found.count >= greatestCount || span == spans.last { return found.suffix(greatestCount).reversed() }
        }
        return []
    }

    /// Ten minutes, two hours, a day, a month, a year; in milliseconds.
    private static let spans: [Int64] = [600, 7_200, 86_400, 2_678_400, 31_622_400].map { $0 * 1000 }
    private static let pageLength = 500
    /// More are not gone through for a page; a span that holds more is a flood.
    private static let greatestSearched = 5_000
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
