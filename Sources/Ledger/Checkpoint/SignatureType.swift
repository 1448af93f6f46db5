/// The kinds of signatures on notes that are read and written here (C2SP `signed-note`, "Signature types").
public enum SignatureType: Sendable, Hashable, CaseIterable {
    /// 0x01: Ed25519 (RFC 8032) over the text of the note.
    case ed25519
    /// 0x04: Ed25519 with a time, by which a witness states that the log only grew (C2SP `tlog-cosignature`).
    case cosignature
    /// 0xff and an identifier of ours: SM2 (GB/T 32918.2) with SM3 over the text of the note (Docs/formats/checkpoint.md).
    case sm2

    /// Follows the byte 0xff, which `signed-note` leaves to types that it does not list.
    private static let sm2Identifier = "qingheng/sm2-sm3/v1"

    /// What names the type in front of a public key.
    var identifier: [UInt8] {
        switch self {
        case .ed25519: [0x01]
        case .cosignature: [0x04]
        case .sm2: [0xFF] + Array(Self.sm2Identifier.utf8)
        }
    }

    /// Bytes of a public key.
    var publicKeyBytes: Int { self == .sm2 ? SM2.publicKeyBytes : 32 }

    /// The type whose identifier stands in front, and what follows it.
    static func leading(_ bytes: [UInt8]) -> (type: SignatureType, rest: [UInt8])? {
        for type in allCases where bytes.starts(with: type.identifier) {
            return (type, Array(bytes.dropFirst(type.identifier.count)))
        }
        return nil
    }
}
