import Storage

/// Packets that were read last, with what they give: the readings of a packet stand near each other.
struct RecentPackets {
    struct Packet {
        let packet: LoggedPacket
        let given: Set<ReadingComparison.Key>
    }

    private var packets: [PacketAddress: Packet] = [:]
    private let capacity: Int

    /// - Parameter capacity: all are let go of when there are so many.
    init(capacity: Int) { self.capacity = capacity }

    subscript(address: PacketAddress) -> Packet? {
        get { packets[address] }
        set {
            if packets.count >= capacity { packets = [:] }
            packets[address] = newValue
        }
    }
}
