package import Casework
package import Standards

/// A paper on record with its revisions and signatures.
package struct StoredPaper: Sendable, Hashable {
    /// One revision.
    package struct Revision: Sendable, Hashable {
        package let number: Int
        package let sequence: Int64
        /// The login of who wrote it.
        package let author: String
        package let written: Instant
        package let day: CivilDate?
        package let values: [String: PaperValue]
    }

    /// An electronic signature on a revision.
    package struct Signature: Sendable, Hashable {
        package let part: String
        package let person: String
        package let role: String
        package let revision: Int
        package let signed: Instant
        package let sequence: Int64
    }

    package let matter: MatterID
    package internal(set) var paper: CasePaper
    /// The last record about it.
    package internal(set) var last: Int64
    package internal(set) var revisions: [Revision]
    package internal(set) var signatures: [Signature] = []
    /// The scan that came back; nil while none did.
    package internal(set) var scan: PaperScan?

    /// Signatures on the present revision.
    package var standingSignatures: [Signature] { signatures.filter { $0.revision == paper.revision } }

    /// The revision that a code belongs to; nil where none of this paper does.
    package func revision(withCode typed: String) -> Int? {
        revisions.reversed().first { revision in
            var then = paper
            then.revision = revision.number
            then.values = revision.values
            then.day = revision.day
            return then.code.matches(typed)
        }?.number
    }
}
