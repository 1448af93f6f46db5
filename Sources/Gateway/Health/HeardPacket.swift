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
    /// What it says; nil when it is not accepted.
    let traits: PacketTraits?
    /// The packet itself, whose marks are looked for when it is the last of its device.
    let packet: Packet

    /// - Returns: nil for what is no packet, and for what we sent: it says nothing of a device.
    init?(_ logged: LoggedPacket) {
        verdict = PacketVerdict(rawValue: logged.entry.verdict) ?? .broken
        guard verdict != .sent, let packet = Packet(kept: logged.entry.raw) else { return nil }
        self.packet = packet
        mn = packet.deviceNumber
        receivedMilliseconds = logged.entry.receivedMilliseconds
        address = logged.address
        host = logged.entry.host
        traits = verdict.isAccepted ? PacketTraits(packet, receivedMilliseconds: receivedMilliseconds) : nil
    }

    private init(_ other: HeardPacket, reading packet: Packet) {
        mn = other.mn
        verdict = other.verdict
        receivedMilliseconds = other.receivedMilliseconds
        address = other.address
        host = other.host
        traits = verdict.isAccepted ? PacketTraits(packet, receivedMilliseconds: receivedMilliseconds) : nil
        self.packet = packet
    }

    /// The same with its content deciphered.
    func reading(_ packet: Packet) -> HeardPacket { HeardPacket(self, reading: packet) }
}
