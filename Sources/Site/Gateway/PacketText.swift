import Gateway
import HJ212
import Records
import Standards
import Storage

/// A packet of the log as a reader sees it.
struct PacketText {
    let address: PacketAddress
    let entry: PacketEntry
    let verdict: PacketVerdict
    /// Nil for bytes that are no packet at all.
    let packet: Packet?
    /// The keys of its device, asked for ciphered packets alone.
    let keys: DeviceKeys?
    /// What was ciphered, when a key fits.
    let deciphered: Packet.Deciphered?

    /// - Throws: `StorageError` with `.damagedPacketLog` when no packet stands at the address.
    init(_ address: PacketAddress, in context: PageContext) throws {
        let logged = try context.archive.packets.packet(at: address)
        self.address = address
        entry = logged.entry
        verdict = PacketVerdict(rawValue: entry.verdict) ?? .broken
        packet = Packet(record: entry.raw)
        guard let packet, packet.isCiphered else {
            (keys, deciphered) = (nil, nil)
            return
        }
        let mn = packet.head(.mn)?.string ?? ""
        keys = try DeviceKeys(of: mn, from: context.services.keys, in: context.connection)
        deciphered = try? packet.deciphered(with: keys?.ring ?? KeyRing())
    }

    /// The packet as it was before it was ciphered, as if it had come so; nil when it is not deciphered.
    var plain: PacketText? {
        deciphered.map { PacketText(plain: Array($0.packet.frame.bytes), of: self) }
    }

    private init(plain bytes: [UInt8], of sent: PacketText) {
        address = sent.address
        entry = PacketEntry(
            receivedMilliseconds: sent.entry.receivedMilliseconds, peer: sent.entry.peer, verdict: sent.entry.verdict,
            raw: bytes)
        verdict = sent.verdict
        packet = Packet(record: bytes)
        (keys, deciphered) = (nil, nil)
    }

    /// The packet whose content can be read: deciphered where a key fits.
    var readable: Packet? { deciphered?.packet ?? packet }

    var received: Instant { Instant(milliseconds: entry.receivedMilliseconds) }

    /// The address as a number of constant length.
    var number: String {
        let digits = String(address.rawValue)
        return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    }

    /// When, from whom, what.
    var summary: String {
        let device = packet?.head(.mn).map { PacketRaw.plain($0.string) } ?? "无设备号"
        let command = packet?.commandNumber.map { "CN \($0.text) \(PacketWords.command($0))" } ?? "无命令编码"
        return "\(received.secondText) \(verdict == .sent ? "下发" : "收到")，MN \(device)，\(command)"
    }

    var isAccepted: Bool { verdict == .accepted || verdict == .acceptedWrongLength }

    /// The gateway's verdict in words.
    var verdictText: String { Self.words(verdict) }

    static func words(_ verdict: PacketVerdict) -> String {
        switch verdict {
        case .accepted: "CRC 正确，长度正确"
        case .acceptedWrongLength: "CRC 正确，长度字段不符"
        case .wrongChecksum: "CRC 错误，未采用"
        case .broken: "报文不完整，未采用"
        case .ciphered: "加密报文，收到时没有合适的密钥"
        case .tooLong: "数据段超过 9999 字节，未采用"
        case .sent: "本平台下发"
        }
    }

    /// The bytes as text with passwords and keys hidden.
    var raw: String {
        let secret = PacketAnatomy(entry.raw, packet: packet).parts.compactMap(\.secret)
        return PacketRaw.text(entry.raw, hiding: secret)
    }

    /// The codes in force when it was received. Read from the catalog anew at each call: only who prints names asks.
    func codes(in context: PageContext) throws -> FactorCodeBook {
        try FactorCodeBook(context.catalog, on: received.beijingDate)
    }

    /// What CP says, in pairs.
    func contentFields(by codes: FactorCodeBook) -> [LabelledText] {
        guard let packet = readable else { return [] }
        return packet.groups.joined().map { pair in
            LabelledText(
                label: PacketRaw.plain(PacketWords.name(pair.name.string, by: codes)),
                value: pair.isSecret ? "******" : pair.value.map { PacketRaw.plain($0.string) } ?? "（无值）",
                href: nil)
        }
    }
}
