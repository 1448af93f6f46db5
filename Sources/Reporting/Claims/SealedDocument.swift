package import Ledger
import Records
package import Storage

/// A document as it was sealed: which one, as of when, with which claims and which file.
package struct SealedDocument: Hashable, Sendable {
    /// The record of its sealing.
    package let sequence: Int64
    /// When it was sealed, in milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64
    /// The id of its definition.
    package let document: String
    /// `2026-11-21`, or `2026-10` for a month.
    package let period: String
    package let title: String
    /// The last record that its figures take account of.
    package let asOf: Int64
    package let claimCount: Int64
    /// The hash function of the tree over its claims: that of the ledger.
    package let suite: HashSuite
    /// The root over its claims.
    package let root: TreeHash
    /// The file of its claims.
    package let claims: AttachmentID
    /// The docx that was issued.
    package let file: AttachmentID

    /// - Throws: `ReportingError` with `.damagedClaim` when the record lacks a member.
    package init(_ record: LedgerRecord) throws {
        let body = record.body
        guard let document = body["document"]?.text, let period = body["period"]?.text, let title = body["title"]?.text,
            let asOf = body["asOf"]?.integer, let count = body["claims"]?["count"]?.integer,
            let suite = HashSuite(rawValue: body["claims"]?["suite"]?.text ?? ""),
            let root = TreeHash(base64: body["claims"]?["root"]?.text ?? ""),
            let claims = body["claims"]?["file"]?.text, let file = body["file"]?.text
        else { throw ReportingError(.damagedClaim, subject: "\(record.sequence)", detail: record.subject) }
        sequence = record.sequence
        milliseconds = record.timeMilliseconds
        self.document = document
        self.period = period
        self.title = title
        self.asOf = asOf
        claimCount = count
        self.suite = suite
        self.root = root
        self.claims = AttachmentID(rawValue: claims)
        self.file = AttachmentID(rawValue: file)
    }
}
