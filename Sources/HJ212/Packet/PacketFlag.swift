/// The bits of the field `Flag` (HJ 212-2017): `V5 V4 V3 V2 V1 V0 D A`.
public struct PacketFlag: RawRepresentable, Sendable, Hashable {
    /// The number as sent, 0–255.
    public let rawValue: UInt8

    /// A flag from its number.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A flag from its parts.
    public init(version: ProtocolVersion, isSplit: Bool = false, wantsAnswer: Bool = false) {
        rawValue = version.flagBits << 2 | (isSplit ? 2 : 0) | (wantsAnswer ? 1 : 0)
    }

    /// Bit 0, A: the sender wants an answer.
    public var wantsAnswer: Bool { rawValue & 1 != 0 }

    /// Bit 1, D: the packet is one of several and carries PNUM and PNO.
    public var isSplit: Bool { rawValue & 2 != 0 }

    /// Bits 2–7: the version of the standard. 0 = 2005, 1 = 2017, 2 = 2025; the protocol for surface water uses 2 as well.
    public var versionBits: UInt8 { rawValue >> 2 }

    /// The same flag asking for an answer or not.
    public func asking(_ wantsAnswer: Bool) -> PacketFlag {
        PacketFlag(rawValue: wantsAnswer ? rawValue | 1 : rawValue & ~1)
    }

    /// The flag of an answer: the version is kept, neither an answer nor sub-packets are announced.
    public var ofAnswer: PacketFlag { PacketFlag(rawValue: rawValue & 0b1111_1100) }
}
