/// The form of the protocol a device speaks. It is a property of the device: the bits of `Flag` are only a first guess,
/// because the protocol for surface water of 2017 writes those that became HJ 212-2025.
public enum Dialect: String, Sendable, Hashable, CaseIterable {
    /// HJ/T 212-2005.
    case v2005 = "2005"
    /// HJ 212-2017.
    case v2017 = "2017"
    /// HJ 212-2025.
    case v2025 = "2025"
    /// 地表水自动监测系统通信协议技术要求, 2017: the frame of HJ 212 with commands of its own.
    case surfaceWater2017 = "surface-water-2017"

    /// The bits of the version in `Flag`.
    public var flagBits: UInt8 {
        switch self {
        case .v2005: ProtocolVersion.v2005.flagBits
        case .v2017: ProtocolVersion.v2017.flagBits
        case .v2025, .surfaceWater2017: ProtocolVersion.v2025.flagBits
        }
    }

    /// The first guess for an unknown device, from one of its packets.
    public init(guessedFrom packet: Packet) {
        if packet.isSurfaceWater {
            self = .surfaceWater2017
        } else {
            switch packet.version {
            case .v2005: self = .v2005
            case .v2017: self = .v2017
            case .v2025: self = .v2025
            }
        }
    }

    /// The flag of a message of ours.
    ///
    /// Requests of 2005 carry 3 in all published samples: bit 1 is set though there are no parts.
    func flag(_ pattern: Message.Pattern, wantsAnswer: Bool) -> PacketFlag {
        let answer: UInt8 = wantsAnswer ? 1 : 0
        if self == .v2005, pattern == .request { return PacketFlag(rawValue: 2 | answer) }
        return PacketFlag(rawValue: flagBits << 2 | answer)
    }

    /// The name under which this dialect knows a parameter.
    func name(of parameter: String) -> String {
        guard self == .v2005 else { return parameter }
        switch parameter {
        case "NewPW": return "PW"
        case "ReCount": return "Recount"
        default: return parameter
        }
    }

    /// Digits that PNUM and PNO may have: four until 2017, one since.
    var partDigits: Int { self == .v2025 ? 1 : 4 }
}
