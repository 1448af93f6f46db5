package import Ledger
package import Records
import Standards
package import Storage

/// What came of each imported file: its readings, and the rows that were refused.
package struct ImportProjection: Projection {
    package init() {}

    package let name = "imports"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "import_batch",
                """
                (seq INTEGER NOT NULL PRIMARY KEY, attachment TEXT NOT NULL, file TEXT NOT NULL, format TEXT NOT NULL,
                imported INTEGER NOT NULL, rows INTEGER NOT NULL, refused INTEGER NOT NULL,
                readings INTEGER NOT NULL) STRICT
                """),
            .table(
                "import_refusal",
                """
                (seq INTEGER NOT NULL, line INTEGER NOT NULL, code TEXT NOT NULL, column_name TEXT NOT NULL,
                content TEXT NOT NULL, PRIMARY KEY (seq, line)) STRICT, WITHOUT ROWID
                """),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard record.action == ImportActions.fileImported else { return }
        let content = try ImportActions.content(of: record)
        var file = try ImportedFile(
            try archive.attachments.bytes(of: content.attachment), format: content.format,
            defaultYear: content.defaultYear, in: connection.reading)
        var filter = RepetitionFilter()
        var changes = ReadingChanges()
        var counts = (rows: 0, refused: 0, readings: 0)
        var pending: [Reading] = []
        let refusals = try connection.inserter(
            into: "import_refusal", ["seq", "line", "code", "column_name", "content"])
        while let (_, result) = try file.next() {
            switch result {
            case .success(let row):
                counts.rows += 1
                pending += try filter.fresh(Self.readings(of: row, record: record), in: connection.reading)
                if pending.count >= Self.insertBatch { try flush(&pending, &changes, &counts.readings, connection) }
            case .failure(let refusal):
                counts.refused += 1
                try refusals.insert([
                    .integer(record.sequence), .integer(Int64(refusal.line)), .text(refusal.code.rawValue),
                    .text(refusal.column), .text(refusal.text),
                ])
            }
        }
        try flush(&pending, &changes, &counts.readings, connection)
        try connection.execute(
            """
            INSERT INTO import_batch (seq, attachment, file, format, imported, rows, refused, readings) VALUES
            (\(record.sequence), \(content.attachment.rawValue), \(content.fileName), \(content.format.rawValue),
            \(record.timeMilliseconds), \(counts.rows), \(counts.refused), \(counts.readings))
            """)
        try AssessedValues.update(changes, in: connection, catalog: archive.catalog)
    }

    /// Rows gathered for one run of the prepared insert.
    private static let insertBatch = 6_000

    private func flush(
        _ pending: inout [Reading], _ changes: inout ReadingChanges, _ count: inout Int, _ connection: WriteConnection
    ) throws {
        try ReadingProjection.insert(pending, into: connection)
        for reading in pending { changes.note(reading) }
        count += pending.count
        pending.removeAll(keepingCapacity: true)
    }

    private static func readings(of row: FileRow, record: LedgerRecord) -> [Reading] {
        row.values.map { value in
            Reading(
                series: SeriesKey(object: row.object, item: value.item, seconds: row.seconds), start: row.start,
                arrivedMilliseconds: record.timeMilliseconds,
                origin: .importRow(batch: record.sequence, line: Int64(row.line)), value: value.value,
                isBelowDetection: value.isBelowDetection, flag: value.flag)
        }
    }
}
