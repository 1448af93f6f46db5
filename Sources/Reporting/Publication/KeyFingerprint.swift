package import Ledger
import Storage

/// What people compare to know that a verifier key is the bureau's: printed in every sealed document and on the public page.
package enum KeyFingerprint {
    /// SHA-256 over type and public key in sixteen groups of four digits, `1F3A 09C2 …`.
    package static func text(of key: VerifierKey) -> String {
        let digits = Array(AttachmentID(of: key.content).rawValue.uppercased())
        return stride(from: 0, to: digits.count, by: 4)
            .map { String(digits[$0..<min($0 + 4, digits.count)]) }.joined(separator: " ")
    }
}
