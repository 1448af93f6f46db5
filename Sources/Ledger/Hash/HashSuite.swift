/// The hash function of a ledger, chosen once when the ledger begins.
public enum HashSuite: String, Sendable, Hashable, CaseIterable {
    /// SHA-256 (FIPS 180-4), the function of RFC 9162.
    case sha256 = "SHA-256"
    /// SM3 (GB/T 32905-2016), for ledgers bound to Chinese national cryptography.
    case sm3 = "SM3"

    /// The byte that names the suite in stored states.
    var code: UInt8 {
        switch self {
        case .sha256: 1
        case .sm3: 2
        }
    }

    init?(code: UInt8) {
        guard let suite = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = suite
    }
}
