package import Storage

/// Questions about imports.
package enum ImportStore {
    /// The import with a record's number.
    package static func batch(_ sequence: Int64, in connection: ReadConnection) throws -> ImportBatch? {
        try connection.first(
            """
            SELECT seq, attachment, file, format, imported, rows, refused, readings FROM import_batch
            WHERE seq = \(sequence)
            """
        ) { row in
            ImportBatch(
                sequence: try row.integer("seq"), attachment: AttachmentID(rawValue: try row.text("attachment")),
                fileName: try row.text("file"), format: FileFormat(rawValue: try row.text("format")) ?? .air,
                importedMilliseconds: try row.integer("imported"), rows: Int(try row.integer("rows")),
                refused: Int(try row.integer("refused")), readings: Int(try row.integer("readings")))
        }
    }

    /// The record of an earlier import of the same bytes.
    package static func batch(
        of attachment: AttachmentID, format: FileFormat, in connection: ReadConnection
    ) throws -> Int64? {
        try connection.first(
            """
            SELECT seq FROM import_batch WHERE attachment = \(attachment.rawValue) AND format = \(format.rawValue)
            """
        ) { try $0.integer("seq") }
    }

    /// The rows of an import that were refused, by line.
    package static func refusals(of sequence: Int64, in connection: ReadConnection) throws -> [RowRefusal] {
        try connection.rows(
            """
            SELECT line, code, column_name, content FROM import_refusal WHERE seq = \(sequence) ORDER BY line
            """
        ) { row in
            RowRefusal(
                line: Int(try row.integer("line")), code: RowRefusal.Code(rawValue: try row.text("code")) ?? .malformed,
                column: try row.text("column_name"), text: try row.text("content"))
        }
    }

    /// The columns and fields of one line of an imported file, for its page of evidence.
    package static func line(
        _ line: Int, of batch: ImportBatch, in attachments: AttachmentStore
    ) throws -> [(column: String, text: String)] {
        try ImportedLine.read(line, from: try attachments.bytes(of: batch.attachment))
    }
}
