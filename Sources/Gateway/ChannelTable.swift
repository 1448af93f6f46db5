import HJ212
import Registry

/// The codes of a device, found quickly: packets name them in the same order every time.
struct ChannelTable: Sendable {
    /// What readings need to know of a channel.
    struct Channel: Sendable {
        let item: String
        /// The item of values converted to the reference oxygen content.
        let convertedItem: String
        let powerOfTen: Int
    }

    private let channels: [Channel]
    /// The codes in lower case, by the place of their channel.
    private let codes: [[UInt8]]

    init(_ channels: [DeviceChannel]) {
        self.channels = channels.map {
            Channel(item: $0.item, convertedItem: $0.item + "-zs", powerOfTen: $0.powerOfTen)
        }
        codes = channels.map { $0.code.utf8.map(Self.lowered) }
    }

    subscript(place: Int) -> Channel { channels[place] }

    /// The place of a code, compared without regard to the case of ASCII letters; nil when the device has no such channel.
    ///
    /// - Parameter next: where it is looked for first, 0 for the first code of a packet; then the place behind it.
    func place(of code: UnsafeRawBufferPointer, near next: inout Int) -> Int? {
        if next >= codes.count { next = 0 }
        guard next < codes.count else { return nil }
        if !Self.isEqual(code, codes[next]) {
            guard let place = codes.firstIndex(where: { Self.isEqual(code, $0) }) else { return nil }
            next = place
        }
        next += 1
        return next - 1
    }

    private static func isEqual(_ code: UnsafeRawBufferPointer, _ known: [UInt8]) -> Bool {
        guard code.count == known.count else { return false }
        for position in known.indices where lowered(code[position]) != known[position] { return false }
        return true
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
