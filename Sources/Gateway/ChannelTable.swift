import HJ212
import Registry

/// The codes of a device, found quickly: packets name them in the same order every time.
struct ChannelTable: Sendable {
    /// What readings need to know of a channel.
    struct Channel: Sendable {
        fileprivate let code: String
        let item: String
        /// The item of values converted to the reference oxygen content.
        let convertedItem: String
        let powerOfTen: Int
    }

    private let channels: [Channel]
    private var next = 0

    init(_ channels: [DeviceChannel]) {
        self.channels = channels.map {
            Channel(code: $0.code, item: $0.item, convertedItem: $0.item + "-zs", powerOfTen: $0.powerOfTen)
        }
    }

    /// The meaning of a code, compared without regard to case.
    mutating func channel(for code: FieldText) -> Channel? {
        if next >= channels.count { next = 0 }
        guard next < channels.count else { return nil }
        if !code.equalsIgnoringCase(channels[next].code) {
            guard let place = channels.firstIndex(where: { code.equalsIgnoringCase($0.code) }) else { return nil }
            next = place
        }
        next += 1
        return channels[next - 1]
    }
}
