/// The version of the standard a packet follows.
public enum ProtocolVersion: String, Sendable, Hashable, CaseIterable {
    /// HJ/T 212-2005, abolished in 2017; such devices still report.
    case v2005 = "2005"
    /// HJ 212-2017.
    case v2017 = "2017"
    /// HJ 212-2025, in force since 2026-01-01.
    case v2025 = "2025"

    /// The version bits of `PacketFlag`.
    public var flagBits: UInt8 {
        switch self {
        case .v2005: 0
        case .v2017: 1
        case .v2025: 2
        }
    }

    /// The version named by the bits; later ones are read like the newest we know.
    init(flagBits: UInt8) {
        switch flagBits {
        case 0: self = .v2005
        case 1: self = .v2017
        default: self = .v2025
        }
    }
}
