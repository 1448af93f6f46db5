import HJ212

extension PacketVerdict {
    /// The verdict that a judgement is recorded as.
    init(_ judgement: Judgement) {
        switch judgement.verdict {
        case .accepted, .quarantined:
            self = judgement.tolerances.contains(.length) ? .acceptedWrongLength : .accepted
        case .refused(.broken): self = .broken
        case .refused(.cipherMalformed), .refused(.keyMissing), .refused(.keyWrong): self = .ciphered
        case .refused(.segmentTooLong): self = .tooLong
        case .refused: self = .wrongChecksum
        }
    }

    /// Whether the packet's content may be used.
    package var isAccepted: Bool { self == .accepted || self == .acceptedWrongLength }
}
