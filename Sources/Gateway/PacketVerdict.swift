/// How the gateway judged a frame when it arrived, as the packet log keeps it.
package enum PacketVerdict: UInt8, Sendable, CaseIterable {
    /// Length and check value right.
    case accepted = 0
    /// Check value right, length field wrong: accepted and counted.
    case acceptedWrongLength = 1
    /// Check value wrong, absent or of another algorithm: kept, never acknowledged.
    case wrongChecksum = 2
    /// Cut off, or without a recognisable end: kept as evidence.
    case broken = 3
    /// Ciphered content that cannot be judged without the key.
    case ciphered = 4
    /// Longer than a length field can say: kept as evidence.
    case tooLong = 5
    /// Not received but sent by us: a request, or its repetition. No answer and no data of a device.
    case sent = 6

    /// The name on the command line and in exports.
    package var name: String {
        switch self {
        case .accepted: "accepted"
        case .acceptedWrongLength: "accepted-wrong-length"
        case .wrongChecksum: "wrong-checksum"
        case .broken: "broken"
        case .ciphered: "ciphered"
        case .tooLong: "too-long"
        case .sent: "sent"
        }
    }
}
