import HJ212
import Standards
import Storage

/// Where a packet stands among those of its device and day (Docs/formats/packets.md): by command, then by the time of its
/// data, then in the order of receipt, so that the packets of one kind are neighbours.
struct PacketPlace: Hashable, Comparable {
    /// The device's number in upper case; never empty.
    let device: String
    /// The day of its data as it is sent (`DataTime`), else the day of receipt.
    let day: CivilDate
    /// `CN` as it was sent; empty for none.
    let command: String
    /// `DataTime` as it was sent; empty for none and in ciphered packets.
    let time: String
    let address: PacketAddress

    /// - Returns: nil for what names no device; it stands in its segment only.
    init?(_ packet: LoggedPacket) {
        guard let read = Packet(kept: packet.entry.raw), !read.deviceNumber.isEmpty else {
            return nil
        }
        device = read.deviceNumber
        command = read.commandNumber.map { String($0.rawValue) } ?? ""
        time = read.parameter("DataTime")?.string ?? ""
        day =
            Self.day(of: time)
            ?? Instant(secondsSince1970: packet.entry.receivedMilliseconds / 1_000).beijingDate
        address = packet.address
    }

    /// The date of fourteen or more digits.
    private static func day(of text: String) -> CivilDate? {
        let digits = text.utf8.prefix(8)
        guard text.utf8.count >= 14, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        func number(_ range: Range<Int>) -> Int {
            digits.dropFirst(range.lowerBound).prefix(range.count).reduce(0) { $0 * 10 + Int($1) - 48 }
        }
        return CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8))
    }

    static func < (left: PacketPlace, right: PacketPlace) -> Bool {
        func bytes(_ place: PacketPlace) -> (String, String, String, String) {
            (place.device, place.day.description, place.command, place.time)
        }
        let (first, second) = (bytes(left), bytes(right))
        return first == second ? left.address < right.address : first < second
    }
}
