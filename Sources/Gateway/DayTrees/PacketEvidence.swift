import HJ212
import Ledger
import Records
import Registry
import Standards
import Storage

/// The way from packets to the records of their days, or of their segments where the day is not closed yet.
struct PacketEvidence: EvidenceSource {
    func prove(
        _ evidence: Set<InputTrace.Evidence>, through last: Int64, in connection: ReadConnection, from archive: Archive,
        hasher: TreeHasher
    ) throws -> [ProvedLeaves] {
        var addresses: Set<PacketAddress> = []
        for case .packet(let address) in evidence { addresses.insert(address) }
        var groups: [ProvedLeaves] = []
        for closing in try DayStore.closings(in: connection) where closing.sequence <= last {
            let inside = addresses.filter { closing.from <= $0 && $0 < closing.to }
            if inside.isEmpty { continue }
            let made = try prove(inside, by: closing, from: archive, hasher)
            for group in made {
                for case .packet(let address)? in group.evidence { addresses.remove(address) }
            }
            groups += made
        }
        return groups + (try prove(addresses, through: last, in: connection, from: archive, hasher))
    }

    private func prove(
        _ addresses: Set<PacketAddress>, by closing: DayStore.Closing, from archive: Archive, _ hasher: TreeHasher
    ) throws -> [ProvedLeaves] {
        let log = archive.packets
        let days = try DayStore.devices(of: closing, from: archive, with: hasher)
        let over = try DayTrees.tree(over: days, with: hasher)
        let trees = DayTrees(from: closing.from, to: closing.to, hasher: hasher)
        // By address: neighbours lie in one compressed block.
        let places = try addresses.sorted().compactMap { PacketPlace(try log.packet(at: $0)) }
        let devices = Dictionary(grouping: places, by: \.device)
        let shown = try devices.reduce(into: [String: [CivilDate: DayTrees.ShownDay]]()) { shown, device in
            shown[device.key] = try trees.days(
                Set(device.value.map(\.day)), of: device.key, showing: addresses, in: log)
        }
        return try days.indices.compactMap { index in
            let day = days[index]
            guard let shown = shown[day.device]?[day.day] else { return nil }
            return ProvedLeaves(
                kind: .day, record: closing.sequence,
                passage: ProvedLeaves.Passage(
                    leaf: day.canonical,
                    proof: try over.subset(of: [Int64(index)], in: over.size, with: hasher)),
                proof: try shown.tree.subset(of: shown.shown.map(\.leaf), in: shown.tree.size, with: hasher),
                evidence: shown.shown.map { .packet($0.packet.address) },
                leaves: shown.shown.map(\.packet.leafBytes))
        }
    }

    /// Packets by their segments.
    private func prove(
        _ addresses: Set<PacketAddress>, through last: Int64, in connection: ReadConnection, from archive: Archive,
        _ hasher: TreeHasher
    ) throws -> [ProvedLeaves] {
        if addresses.isEmpty { return [] }
        return try RecordStore.records(of: SegmentActions.segmentClosed, in: connection).compactMap { record in
            guard let start = record.body["start"]?.integer, let end = record.body["end"]?.integer,
                record.body["root"] != nil, record.sequence <= last
            else { return nil }
            let inside = addresses.filter { start <= $0.rawValue && $0.rawValue < end }
            if inside.isEmpty { return nil }
            let range = SegmentRange(start: PacketAddress(rawValue: start), end: PacketAddress(rawValue: end))
            var tree = MerkleTree(hasher)
            var shown: [(Int64, LoggedPacket)] = []
            try archive.packets.forEachPacket(of: range) { packet in
                if inside.contains(packet.address) { shown.append((tree.size, packet)) }
                tree.append(hasher.leaf(packet.leafBytes))
            }
            return ProvedLeaves(
                kind: .segment, record: record.sequence,
                proof: try tree.subset(of: shown.map(\.0), in: tree.size, with: hasher),
                evidence: shown.map { .packet($0.1.address) }, leaves: shown.map { $0.1.leafBytes })
        }
    }

    func places(
        of inputs: [(id: InputID, index: Int)], in group: ProvedLeaves, from connection: ReadConnection,
        _ archive: Archive
    ) throws -> [EvidencePlace?] {
        var bindings: [String: DeviceBindings] = [:]
        return try inputs.map { input, index in
            // `kind/object/item/start` of hours of air and water alike.
            let parts = input.rawValue.split(separator: "/").map(String.init)
            guard case .packet? = group.evidence[index], let entry = PacketEntry(leaf: group.leaves[index]),
                parts.count == 4, let packet = Packet(kept: entry.raw)
            else { return nil }
            let mn = packet.deviceNumber
            let known = try bindings[mn] ?? DeviceBindings(try RegistryStore.bindings(of: mn, in: connection))
            bindings[mn] = known
            let binding = known.binding(of: mn, receivedMilliseconds: entry.receivedMilliseconds)
            return binding.flatMap { Self.place(of: parts[2], in: packet, by: $0) }
        }
    }

    private static func place(of item: String, in packet: Packet, by binding: DeviceBinding) -> EvidencePlace? {
        guard let channel = binding.channels.first(where: { $0.item == item }) else { return nil }
        for code in [channel.code, channel.code.uppercased()] {
            for kind in ["Avg", "Rtd"] {
                let field = "\(code)-\(kind)"
                if let text = packet.parameter(field)?.string {
                    return EvidencePlace(field: field, text: text, powerOfTen: channel.powerOfTen)
                }
            }
        }
        return nil
    }
}
