import HJ212

extension PacketVerdict {
    /// The verdict on a frame.
    init(_ frame: Frame) {
        if frame.boundary == .broken {
            self = .broken
        } else if frame.boundary == .cipher {
            self = .ciphered
        } else if !frame.isAcceptable {
            self = .wrongChecksum
        } else {
            self = frame.isLengthRight ? .accepted : .acceptedWrongLength
        }
    }

    /// Whether the packet's content may be used and acknowledged.
    var isAccepted: Bool { self == .accepted || self == .acceptedWrongLength }
}
