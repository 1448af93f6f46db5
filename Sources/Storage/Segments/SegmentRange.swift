/// The addresses of a segment of the packet log that takes no more packets.
package struct SegmentRange: Hashable, Sendable {
    /// The address of the first packet.
    package let start: PacketAddress
    /// The address behind the last one.
    package let end: PacketAddress

    package init(start: PacketAddress, end: PacketAddress) {
        self.start = start
        self.end = end
    }

    /// The name of its files without their endings: both addresses with 16 hexadecimal digits.
    package var name: String { "\(Self.digits(start))-\(Self.digits(end))" }

    /// Reads a name; nil when it is none.
    package init?(name: some StringProtocol) {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 16 }), let start = Int64(parts[0], radix: 16),
            let end = Int64(parts[1], radix: 16), start >= 0, end > start
        else { return nil }
        self.init(start: PacketAddress(rawValue: start), end: PacketAddress(rawValue: end))
    }

    package func contains(_ address: PacketAddress) -> Bool { start <= address && address < end }

    static func digits(_ address: PacketAddress) -> String {
        let digits = String(address.rawValue, radix: 16)
        return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    }
}
