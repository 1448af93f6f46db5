package import Storage

/// Questions about files that were attached to the files of sources.
package enum SourceAttachmentStore {
    /// The attachments of some sources, also those that were taken off, by record.
    package static func attachments(
        of sources: [String], in connection: ReadConnection
    ) throws -> [SourceAttachment] {
        try connection.rows(
            """
            SELECT a.* FROM source_attachment a JOIN source s ON s.number = a.number
            WHERE s.id IN (\(list: sources.map { .text($0) })) ORDER BY a.seq
            """
        ) { row in
            SourceAttachment(
                sequence: try row.integer("seq"), id: AttachmentID(rawValue: try row.text("attachment")),
                fileName: try row.text("file"), form: AttachmentForm(rawValue: try row.text("form")) ?? .txt,
                size: try row.integer("size"), note: try row.text("note"), timeMilliseconds: try row.integer("time"),
                actor: try row.text("actor"), removedBy: try row.optionalInteger("removed_by"),
                removalReason: try row.text("reason"))
        }
    }
}
