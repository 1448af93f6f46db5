import Documents
import Monitoring
import Records
import Standards
import Storage

/// A row of an imported file, as it stands there.
struct ImportedRowText {
    let batch: ImportBatch
    let line: Int64
    let columns: [(column: String, text: String)]

    /// - Throws: `SiteError` with `.unknownObject` when there is no such import or line.
    init(batch sequence: Int64, line: Int64, in context: PageContext) throws {
        guard let batch = try ImportStore.batch(sequence, in: context.connection) else {
            throw SiteError(.unknownObject, subject: "导入", detail: String(sequence))
        }
        self.batch = batch
        self.line = line
        columns = try ImportStore.line(Int(line), of: batch, in: context.archive.attachments)
        guard !columns.isEmpty else {
            throw SiteError(.unknownObject, subject: "导入行", detail: "\(batch.fileName) 第 \(line) 行")
        }
    }

    var href: String { SiteURL.importRow(batch: batch.sequence, line: line).path }

    /// `2026-11-22 08:30`.
    var importedText: String { Instant(milliseconds: batch.importedMilliseconds).minuteText }

    /// The row written as comma-separated values again.
    var raw: String {
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(columns.map(\.text))
        return String(decoding: writer.take(), as: UTF8.self).trimmingBlanks
    }
}
