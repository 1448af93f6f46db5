package import Storage

/// Questions about files of sources that were taken in.
package enum SourceBatchStore {
    /// A batch by its id.
    package static func batch(_ id: String, in connection: ReadConnection) throws -> SourceBatch? {
        try connection.first("SELECT * FROM source_batch WHERE id = \(id)", batch(from:))
    }

    /// The batches of a kind, the last first.
    package static func batches(
        of kind: String, limit: Int, in connection: ReadConnection
    ) throws -> [SourceBatch] {
        try connection.rows(
            "SELECT * FROM source_batch WHERE kind = \(kind) ORDER BY seq DESC LIMIT \(limit)", batch(from:))
    }

    /// The sources that a batch registered or changed, in its order.
    package static func sources(
        of batch: String, limit: Int, in connection: ReadConnection
    ) throws -> [SourceHead] {
        try connection.rows(
            """
            SELECT s.* FROM source_event e JOIN source s ON s.number = e.number WHERE e.batch = \(batch)
            ORDER BY e.seq LIMIT \(limit)
            """, SourceStore.head(from:))
    }

    /// The first record that touched a source of a batch after the batch did, and still counts; nil for none.
    static func laterRecord(thanBatch id: String, in connection: ReadConnection) throws -> Int64? {
        try connection.first(
            """
            SELECT min(l.seq) AS later FROM source_event e JOIN source_event l ON l.number = e.number
            WHERE e.batch = \(id) AND e.undone_by IS NULL AND l.seq > e.seq AND l.undone_by IS NULL AND (l.batch IS NULL OR l.batch <> \(id))
            """
        ) { try $0.optionalInteger("later") } ?? nil
    }

    private static func batch(from row: SQLRow) throws -> SourceBatch {
        var batch = SourceBatch(
            id: try row.text("id"), kind: try row.text("kind"), fileName: try row.text("file"),
            attachment: AttachmentID(rawValue: try row.text("attachment")), origin: try row.text("origin"),
            rows: Int(try row.integer("rows")), registered: Int(try row.integer("registered")),
            changed: Int(try row.integer("changed")), refused: Int(try row.integer("refused")))
        batch.sequence = try row.integer("seq")
        batch.timeMilliseconds = try row.integer("time")
        batch.actor = try row.text("actor")
        batch.undoneBy = try row.optionalInteger("undone_by")
        return batch
    }
}
