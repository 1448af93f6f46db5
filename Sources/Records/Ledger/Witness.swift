package import Ledger

/// Somebody outside the bureau who keeps checkpoints, so that the bureau cannot show another ledger later.
package struct Witness: Sendable, Hashable {
    /// How checkpoints reach the witness.
    package enum Way: String, CaseIterable, Sendable {
        /// Another host that signs what it has seen.
        case host
        /// Printed and filed, or published.
        case printed
        /// Sent by mail.
        case mailed

        /// The word on screens.
        package var word: String {
            switch self {
            case .host: "外部主机"
            case .printed: "纸质存档"
            case .mailed: "邮件寄存"
            }
        }
    }

    package let name: String
    package let way: Way
    /// The key with which it signs; nil where it only keeps what it was given.
    package let key: VerifierKey?
    /// Whether it serves no longer.
    package let isFormer: Bool

    /// - Throws: `RecordsError` with `.invalid`, `LedgerError` for a faulty key.
    init(_ record: LedgerRecord) throws {
        try self.init(name: record.subject, record.body)
    }

    init(name: String, _ body: CanonicalValue) throws {
        guard let way = Way(rawValue: body["way"]?.text ?? "") else {
            throw RecordsError(.invalid, field: "way", detail: body["way"]?.text ?? "")
        }
        self.name = name
        self.way = way
        key = try body["verifier"]?.text.map { try VerifierKey($0) }
        isFormer = body["former"]?.bool ?? false
    }
}
