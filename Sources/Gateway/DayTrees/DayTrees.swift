import Ledger
import Standards
import Storage

/// The trees over a stretch of the packet log, one for each device and day of data, and the tree over these.
///
/// Proofs over a year stay small: the packets of one command and day are neighbours in their tree, and a day costs one
/// record, whatever the number of segments.
struct DayTrees: Sendable {
    /// Packets whose places are held at once; a pass over the log is made for each so many. A place takes some 200 bytes.
    static let greatestPackets = 500_000

    let from: PacketAddress
    let to: PacketAddress
    let hasher: TreeHasher

    /// What the tree over the stretch consists of, by device and day.
    ///
    /// - Parameters:
    ///   - count: packets in the stretch, or more.
    ///   - goesOn: asked between pages; false ends the work with a `CancellationError`.
    func devices(in log: PacketLog, count: Int, while goesOn: () -> Bool = { true }) throws -> [DeviceDay] {
        let passes = max(1, (count + Self.greatestPackets - 1) / Self.greatestPackets)
        var days: [DeviceDay] = []
        for pass in 0..<passes {
            for (key, leaves) in try gather(in: log, while: goesOn, where: { Self.share(of: $0, passes) == pass }) {
                let tree = Self.tree(leaves, with: hasher)
                days.append(DeviceDay(device: key.device, day: key.day, packets: tree.size, root: tree.root))
            }
        }
        return days.sorted { ($0.day.description, $0.device) < ($1.day.description, $1.device) }
    }

    /// A day of a device: its tree, and those of its packets that are shown, with their leaves.
    struct ShownDay {
        let tree: MerkleTree
        let shown: [(leaf: Int64, packet: LoggedPacket)]
    }

    /// Days of one device, made in one pass over its packets.
    ///
    /// - Parameter shown: the packets that are to be shown; the others are hashed and let go.
    func days(
        _ days: Set<CivilDate>, of device: String, showing shown: Set<PacketAddress>, in log: PacketLog
    ) throws -> [CivilDate: ShownDay] {
        var places: [CivilDate: [(place: PacketPlace, leaf: TreeHash)]] = [:]
        var packets: [PacketAddress: LoggedPacket] = [:]
        try forEachPacket(in: log, device: device) { packet in
            guard let place = PacketPlace(packet), place.device == device, days.contains(place.day) else { return }
            places[place.day, default: []].append((place, hasher.leaf(packet.leafBytes)))
            if shown.contains(packet.address) { packets[packet.address] = packet }
        }
        return places.mapValues { leaves in
            let sorted = leaves.sorted { $0.place < $1.place }
            var tree = MerkleTree(hasher)
            for (_, leaf) in sorted { tree.append(leaf) }
            return ShownDay(
                tree: tree,
                shown: sorted.enumerated().compactMap { index, leaf in
                    packets[leaf.place.address].map { (Int64(index), $0) }
                })
        }
    }

    /// The tree over device-days.
    static func tree(over days: [DeviceDay], with hasher: TreeHasher) throws -> MerkleTree {
        var tree = MerkleTree(hasher)
        for day in days { tree.append(hasher.leaf(try day.canonical.bytes())) }
        return tree
    }

    private func gather(
        in log: PacketLog, while goesOn: () -> Bool, where isWanted: (String) -> Bool
    ) throws -> [DeviceDay.Name: [(PacketPlace, TreeHash)]] {
        var found: [DeviceDay.Name: [(PacketPlace, TreeHash)]] = [:]
        var position = from
        while position < to {
            guard goesOn() else { throw CancellationError() }
            let packets = try log.read(from: position)
            guard let last = packets.last else { break }
            for packet in packets where packet.address < to {
                guard let place = PacketPlace(packet), isWanted(place.device) else { continue }
                let key = DeviceDay.Name(device: place.device, day: place.day)
                found[key, default: []].append((place, hasher.leaf(packet.leafBytes)))
            }
            position = log.address(after: last)
        }
        return found
    }

    private func forEachPacket(in log: PacketLog, device: String, _ body: (LoggedPacket) -> Void) throws {
        var after: PacketAddress? = from.rawValue > 0 ? PacketAddress(rawValue: from.rawValue - 1) : nil
        while true {
            let page = try log.find(device: device, key: .device, after: after, before: to, limit: 2_000)
            for packet in page { body(packet) }
            guard let last = page.last else { return }
            after = last.address
        }
    }

    private static func tree(_ leaves: [(PacketPlace, TreeHash)], with hasher: TreeHasher) -> MerkleTree {
        var tree = MerkleTree(hasher)
        for (_, leaf) in leaves.sorted(by: { $0.0 < $1.0 }) { tree.append(leaf) }
        return tree
    }

    /// A share of the devices that is the same in every pass: FNV-1a over the name.
    private static func share(of device: String, _ passes: Int) -> Int {
        let hash = device.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return Int(hash % UInt64(passes))
    }
}
