package import Ledger
package import Records
package import Storage

/// Questions about sealed documents.
package enum SealStore {
    /// The last sealed document of a subject, `document/period`.
    package static func last(_ subject: String, in connection: ReadConnection) throws -> SealedDocument? {
        let sequence = try connection.first(
            "SELECT max(seq) AS last FROM sealed_document WHERE subject = \(subject)"
        ) { try $0.optionalInteger("last") }
        return try (sequence ?? nil).flatMap { try document($0, in: connection) }
    }

    /// The sealed documents of a subject, the last one first.
    package static func all(_ subject: String, in connection: ReadConnection) throws -> [SealedDocument] {
        try connection.rows("SELECT seq FROM sealed_document WHERE subject = \(subject) ORDER BY seq DESC") {
            try $0.integer("seq")
        }.compactMap { try document($0, in: connection) }
    }

    /// The last sealed documents of all subjects, the latest first, one a subject.
    package static func latest(limit: Int, in connection: ReadConnection) throws -> [SealedDocument] {
        try connection.rows(
            "SELECT max(seq) AS last FROM sealed_document GROUP BY subject ORDER BY last DESC LIMIT \(Int64(limit))"
        ) { try $0.integer("last") }.compactMap { try document($0, in: connection) }
    }

    /// The sealed documents that print a claim, the first one first.
    package static func documents(
        printing claim: ClaimID, in connection: ReadConnection
    ) throws -> [SealedDocument] {
        try connection.rows("SELECT seq FROM claim WHERE id = \(claim.rawValue) ORDER BY seq") { try $0.integer("seq") }
            .compactMap { try document($0, in: connection) }
    }

    /// A sealed document by its record.
    package static func document(_ sequence: Int64, in connection: ReadConnection) throws -> SealedDocument? {
        guard let record = try RecordStore.record(sequence, in: connection),
            SealActions.sealings.contains(record.action)
        else { return nil }
        return try SealedDocument(record)
    }

    /// The document that printed a claim, and the claim's place in it; the last one where several print the same claim.
    package static func place(
        of claim: ClaimID, in connection: ReadConnection
    ) throws -> (document: SealedDocument, place: Int)? {
        let found = try connection.first(
            "SELECT seq, place FROM claim WHERE id = \(claim.rawValue) ORDER BY seq DESC LIMIT 1"
        ) { (try $0.integer("seq"), Int(try $0.integer("place"))) }
        guard let (sequence, place) = found, let document = try document(sequence, in: connection) else { return nil }
        return (document, place)
    }

    /// The claims of a sealed document.
    ///
    /// - Throws: `StorageError` with `.damagedAttachment`; `ReportingError` with `.damagedClaim` when they are not what its
    ///   record says.
    package static func claims(
        of document: SealedDocument, from archive: Archive, hasher: TreeHasher
    ) throws -> ClaimSet {
        let claims = try ClaimSet(file: try archive.attachments.bytes(of: document.claims), hasher: hasher)
        guard claims.tree.root == document.root, claims.tree.size == document.claimCount else {
            throw ReportingError(.damagedClaim, subject: "\(document.sequence)", detail: document.claims.rawValue)
        }
        return claims
    }
}
