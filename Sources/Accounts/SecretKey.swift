import Crypto
package import Ledger
import Storage

/// Seals what may stand in no record, log or export – password hashes, seeds of one-time codes – under a key from the
/// configuration, so that a copy of the database alone does not give them away.
package struct SecretKey: Sendable {
    private static let purpose = "qingheng account secrets v1"

    /// Names the key in what it sealed; it says nothing of the key.
    package let id: String
    private let key: SymmetricKey

    /// - Parameter signing: the key of the server, from which this one is derived.
    package init(from signing: SigningKey) {
        let bytes = signing.derivedKey(for: Self.purpose)
        key = SymmetricKey(data: bytes)
        id = Hexadecimal.text(SHA256.hash(data: bytes).prefix(4))
    }

    /// Seals bytes; sealed twice, they look different.
    ///
    /// - Parameter context: what they are of: opened as something else they are refused.
    func seal(_ bytes: [UInt8], as context: String) throws -> [UInt8] {
        Array(try ChaChaPoly.seal(bytes, using: key, authenticating: Array(context.utf8)).combined)
    }

    /// - Throws: `AccountsError` with `.wrongKey`.
    func open(_ sealed: [UInt8], as context: String, keyID: String) throws(AccountsError) -> [UInt8] {
        do {
            let box = try ChaChaPoly.SealedBox(combined: sealed)
            return Array(try ChaChaPoly.open(box, using: key, authenticating: Array(context.utf8)))
        } catch {
            throw AccountsError(.wrongKey, detail: keyID)
        }
    }
}
