/// Which parts of split packets have arrived (HJ 212-2017, 6.4; examples C.49 and C.50).
///
/// Every part is a packet of its own that repeats DataTime, so its items are stored and acknowledged at once; the groups
/// are only for knowing what is missing. Parts belong together by MN, ST, CN, DataTime and PNUM: QN differs between the
/// parts in the standard's examples, and some devices keep it. Any order is accepted. Time is given in by the caller.
public struct SplitGroups: Sendable {
    /// What a packet meant for its group.
    public enum Arrival: Sendable, Hashable {
        /// The packet is not split, or its numbers make no sense: see `Packet.part`.
        case whole
        /// A new part; so many are missing.
        case part(missing: Int)
        /// The part that was missing last.
        case completed
        /// A part that has arrived before, also of a complete group.
        case duplicate
        /// Not followed: `Limits.openSplitGroups` groups are open, or PNUM exceeds `Limits.splitParts`.
        case beyondLimits
    }

    /// A group that was given up.
    public struct Incomplete: Sendable, Hashable {
        /// Of the device, as first sent.
        public let mn: String
        /// The command of the parts.
        public let command: CommandNumber
        /// As sent; empty when there was none.
        public let dataTime: String
        /// PNUM.
        public let count: Int
        /// The parts that did arrive, in order.
        public let arrived: [Int]
    }

    private struct Key: Hashable, Sendable {
        let mn: String
        let systemType: String
        let command: Int
        let dataTime: String
        let count: Int
    }

    private struct Group: Sendable {
        let mn: String
        var arrived: Set<Int> = []
        var lastSeconds: Int64
    }

    private var groups: [Key: Group] = [:]

    /// No group is open.
    public init() {}

    /// Groups that are followed, complete ones included until their time is over.
    public var count: Int { groups.count }

    /// Takes a packet.
    /// - Parameter seconds: of its arrival, on any clock that does not go back.
    public mutating func add(_ packet: Packet, at seconds: Int64) -> Arrival {
        guard let part = packet.part, let command = packet.commandNumber else { return .whole }
        guard part.count > 1 else { return .whole }
        let mn = packet.head(.mn)?.string ?? ""
        let key = Key(
            mn: mn.uppercased(), systemType: packet.head(.st)?.string ?? "", command: command.rawValue,
            dataTime: packet.parameter("DataTime")?.string ?? "", count: part.count)
        if let group = groups[key], seconds - group.lastSeconds > Limits.splitWindowSeconds { groups[key] = nil }
        guard groups[key] != nil || groups.count < Limits.openSplitGroups, part.count <= Limits.splitParts else {
            return .beyondLimits
        }
        var group = groups[key] ?? Group(mn: mn, lastSeconds: seconds)
        let isNew = group.arrived.insert(part.number).inserted
        group.lastSeconds = seconds
        groups[key] = group
        guard isNew else { return .duplicate }
        return group.arrived.count == part.count ? .completed : .part(missing: part.count - group.arrived.count)
    }

    /// Forgets the groups of which nothing arrived for `Limits.splitWindowSeconds`.
    /// - Returns: those that are not complete, by device, command and time. The caller can ask for their period again.
    public mutating func expire(at seconds: Int64) -> [Incomplete] {
        var given: [Incomplete] = []
        for (key, group) in groups where seconds - group.lastSeconds > Limits.splitWindowSeconds {
            groups[key] = nil
            if group.arrived.count == key.count { continue }
            given.append(
                Incomplete(
                    mn: group.mn, command: CommandNumber(rawValue: key.command), dataTime: key.dataTime,
                    count: key.count, arrived: group.arrived.sorted()))
        }
        return given.sorted { ($0.mn, $0.command.rawValue, $0.dataTime) < ($1.mn, $1.command.rawValue, $1.dataTime) }
    }
}
