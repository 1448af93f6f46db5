import Ledger
package import Records
package import Storage

/// A claim in its sealed document.
package struct SealedClaim: Sendable {
    package let document: SealedDocument
    /// All claims of the document.
    package let set: ClaimSet
    /// The place of the claim among them.
    package let place: Int

    /// - Throws: `ReportingError` with `.unknownClaim`; as `SealStore.claims`.
    package init(_ id: ClaimID, in connection: ReadConnection, from archive: Archive) throws {
        guard let (document, place) = try SealStore.place(of: id, in: connection) else {
            throw ReportingError(.unknownClaim, subject: id.rawValue, detail: "")
        }
        self.document = document
        self.place = place
        set = try SealStore.claims(
            of: document, from: archive, hasher: try LedgerStore.head(in: connection).hasher)
    }
}
