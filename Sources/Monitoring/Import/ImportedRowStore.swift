import Documents
import Ledger
import Records
package import Storage

/// What was read from one line of an imported file.
package enum ImportedRowStore {
    /// The readings of a line, or why it was refused; nil when the file has no such line.
    ///
    /// - Complexity: O(n) in the lines of the file.
    package static func readings(
        line: Int, of batch: ImportBatch, in connection: ReadConnection, attachments: AttachmentStore
    ) throws -> Result<[Reading], RowRefusal>? {
        guard let record = try RecordStore.record(batch.sequence, in: connection) else { return nil }
        let content = try ImportActions.content(of: record)
        var file = try ImportedFile(
            try attachments.bytes(of: content.attachment), format: content.format, defaultYear: content.defaultYear,
            in: connection)
        while let (row, result) = try file.next() {
            guard row.line >= line else { continue }
            guard row.line == line else { return nil }
            return result.map { parsed in
                parsed.values.map { value in
                    Reading(
                        series: SeriesKey(object: parsed.object, item: value.item, seconds: parsed.seconds),
                        start: parsed.start, arrivedMilliseconds: record.timeMilliseconds,
                        origin: .importRow(batch: batch.sequence, line: Int64(line)), value: value.value,
                        isBelowDetection: value.isBelowDetection, flag: value.flag)
                }
            }
        }
        return nil
    }
}
