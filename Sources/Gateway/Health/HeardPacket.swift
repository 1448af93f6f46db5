import HJ212
import Storage

/// What the health of its device takes from one packet of the log; read on any thread, before the rows that it changes.
struct HeardPacket {
    /// The number it names, as the register writes it.
    let mn: String
    let verdict: PacketVerdict
    /// In milliseconds since 1970-01-01T00:00:00Z.
    let receivedMilliseconds: Int64
    let address: PacketAddress
    /// The address of the peer without its port.
    let host: String
    /// Whether a key is wanted to read it.
    let isCiphered: Bool
    /// What it says; nil when it is not accepted.
    private(set) var traits: PacketTraits?
    private let raw: [UInt8]
    private var deciphered: Packet?

    /// - Returns: nil for what is no packet, and for what we sent: it says nothing of a device.
    init?(_ logged: LoggedPacket) {
        verdict = PacketVerdict(rawValue: logged.entry.verdict) ?? .broken
        guard verdict != .sent, let packet = Packet(kept: logged.entry.raw) else { return nil }
        raw = logged.entry.raw
        mn = packet.deviceNumber
        receivedMilliseconds = logged.entry.receivedMilliseconds
        address = logged.address
        host = logged.entry.host
        isCiphered = packet.isCiphered
        traits = verdict.isAccepted ? PacketTraits(packet, receivedMilliseconds: receivedMilliseconds) : nil
    }

    /// The packet itself, read again: its marks are looked for only when it is the last of its device.
    var packet: Packet? { deciphered ?? Packet(kept: raw) }

    /// The same with its content deciphered.
    func reading(_ packet: Packet) -> HeardPacket {
        var copy = self
        copy.deciphered = packet
        copy.traits = verdict.isAccepted ? PacketTraits(packet, receivedMilliseconds: receivedMilliseconds) : nil
        return copy
    }
}
