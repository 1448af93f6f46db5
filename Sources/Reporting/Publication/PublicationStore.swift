package import Storage

/// Questions about what is public of sealed documents.
package enum PublicationStore {
    /// How a sealed document stands with the public; nil when nobody decided.
    package static func publication(
        of document: Int64, in connection: ReadConnection
    ) throws -> Publication? {
        try connection.first("SELECT * FROM publication WHERE document = \(document)", publication)
    }

    /// The documents that are public now, the one that became so last first.
    package static func open(limit: Int, in connection: ReadConnection) throws -> [Publication] {
        try connection.rows(
            "SELECT * FROM publication WHERE withdrawn IS NULL ORDER BY opened DESC LIMIT \(Int64(limit))", publication)
    }

    private static func publication(_ row: SQLRow) throws -> Publication {
        Publication(
            document: try row.integer("document"), opened: try row.integer("opened"),
            openedMilliseconds: try row.integer("opened_time"), withdrawn: try row.optionalInteger("withdrawn"),
            reason: try row.text("reason"))
    }

    /// The proofs of a document's disclosure, the first one first.
    package static func proofs(of document: Int64, in connection: ReadConnection) throws -> [DisclosureProof] {
        try connection.rows("SELECT * FROM disclosure_proof WHERE document = \(document) ORDER BY seq") { row in
            DisclosureProof(
                sequence: try row.integer("seq"), document: try row.integer("document"),
                address: try row.text("address"), day: try row.text("day"),
                picture: AttachmentID(rawValue: try row.text("picture")), form: try row.text("form"),
                milliseconds: try row.integer("time"), actor: try row.text("actor"))
        }
    }
}
