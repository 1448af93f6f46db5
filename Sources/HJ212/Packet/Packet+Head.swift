extension Packet {
    /// A name and what stands after its `=`.
    public struct Pair: Sendable {
        /// As sent, without blanks round it.
        public let name: FieldText
        /// As sent, without blanks round it; nil when there is no `=`.
        public let value: FieldText?
    }

    /// The fields before `CP`, as sent.
    public var headPairs: [Pair] { entries[..<headCount].map(pair) }

    /// A field of the head; nil when it was not sent. Case of the name is ignored, the last of several counts.
    public func head(_ field: HeadField) -> FieldText? {
        layout.head[field].map { value(entries[$0]) }
    }

    /// The bits of `Flag`; nil when it is absent or not a number up to 255.
    public var flag: PacketFlag? {
        head(.flag)?.integer.flatMap { UInt8(exactly: $0) }.map(PacketFlag.init)
    }

    /// Whether the sender wants an answer. Without a readable `Flag` it does not.
    public var wantsAnswer: Bool { flag?.wantsAnswer ?? false }

    /// The command; nil when `CN` is not a number of at most four digits.
    public var commandNumber: CommandNumber? {
        guard let text = head(.cn), text.bytes.count <= 4 else { return nil }
        return text.integer.map(CommandNumber.init)
    }

    /// The system type; nil when `ST` was not sent.
    public var systemType: SystemType? { head(.st).map { SystemType(rawValue: $0.string) } }

    /// The version of the standard: by `Flag`, and 2005 without one.
    ///
    /// The national protocol for surface water of 2017 writes the bits that became those of 2025; it is told by ST=21
    /// together with a device number such as `A110000_0001`.
    public var version: ProtocolVersion {
        guard let flag else { return .v2005 }
        return isSurfaceWater ? .v2017 : ProtocolVersion(flagBits: flag.versionBits)
    }

    /// Whether the packet follows the national protocol for surface water stations of 2017.
    public var isSurfaceWater: Bool {
        guard flag?.versionBits == ProtocolVersion.v2025.flagBits, let number = head(.mn)?.bytes else { return false }
        return number.contains(UInt8(ascii: "_")) && (systemType == .surfaceWater || systemType == .interaction)
    }

    /// Number of this sub-packet and of all, of a split packet.
    public struct Part: Sendable, Hashable {
        /// From 1 to `count`.
        public let number: Int
        /// Of the whole packet.
        public let count: Int
    }

    /// Which part of a split packet this is; nil when the packet is whole or its numbers make no sense.
    ///
    /// Bit 1 of `Flag` alone does not count: there are senders that set it without PNUM, and some send PNUM without it.
    public var part: Part? {
        guard let number = head(.pno)?.integer, let count = head(.pnum)?.integer, number >= 1, number <= count else {
            return nil
        }
        return Part(number: number, count: count)
    }

    /// Whether the data were sent again after a failure (`RF=1`, HJ 212-2025).
    public var isResent: Bool { head(.rf)?.integer == 1 }

    func pair(_ entry: Entry) -> Pair {
        Pair(name: name(entry), value: entry.hasValue ? value(entry) : nil)
    }
}
