package import Ledger

/// What a document carries once it is sealed: the names of its numbers, and a code by which a reader finds them.
package struct PaperSealing {
    /// That of the ledger.
    package let hasher: TreeHasher
    /// Makes the address of a claim's page.
    package let address: (ClaimID) -> String
    /// Makes the text of the QR code: an address, or where outsiders reach none, what names the document.
    package let code: (ClaimSet) -> String
    /// Of the key that signs the ledger, as people compare it; nil before there is one.
    package let fingerprint: String?

    package init(
        hasher: TreeHasher, address: @escaping (ClaimID) -> String, code: @escaping (ClaimSet) -> String,
        fingerprint: String? = nil
    ) {
        self.hasher = hasher
        self.address = address
        self.code = code
        self.fingerprint = fingerprint
    }
}
