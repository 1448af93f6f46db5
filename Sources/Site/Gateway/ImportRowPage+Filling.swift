import Monitoring
import Records
import Registry
import Standards
import Storage

extension ImportRowPage {
    /// The heading takes the line of its own.
    private static let firstRow: Int64 = 2

    /// A line of an imported file.
    init(batch: Int64, line: Int64, standing: LedgerStanding, in context: PageContext) throws {
        let row = try ImportedRowText(batch: batch, line: line, in: context)
        let read = try ImportedRowStore.readings(
            line: Int(line), of: row.batch, in: context.connection, attachments: context.archive.attachments)
        let readings = (try? read?.get()) ?? []
        let title = "\(row.batch.fileName) 第 \(line) 行"
        let last = Int64(row.batch.rows + row.batch.refused) + 1
        self.init(
            frame: PageFrame(title, in: context, at: nil), fileName: row.batch.fileName, lineText: String(line),
            receipt: Self.receipt(row, read), raw: row.raw,
            columns: row.columns.map { column, text in
                Column(
                    name: column, raw: text,
                    read: ImportColumnWords.read(column, readings, columns: row.columns.map(\.column)))
            },
            previousRow: line > Self.firstRow
                ? TextLink(label: "上一行", href: SiteURL.importRow(batch: batch, line: line - 1).asOf(context.asOf).path)
                : nil,
            nextRow: line < last
                ? TextLink(label: "下一行", href: SiteURL.importRow(batch: batch, line: line + 1).asOf(context.asOf).path)
                : nil,
            uses: try Self.uses(of: readings.first, in: context),
            past: PastNote(in: context, "导入行", present: .importRow(batch: batch, line: line)), standing: standing)
    }

    private static func receipt(
        _ row: ImportedRowText, _ read: Result<[Reading], RowRefusal>?
    ) -> [LabelledText] {
        var facts = [
            LabelledText(label: "导入时间", value: row.importedText, href: nil),
            LabelledText(
                label: "台账记录", value: "第 \(row.batch.sequence) 条", href: SiteURL.record(row.batch.sequence).path),
            LabelledText(label: "采用", value: "\(row.batch.rows) 行", href: nil),
            LabelledText(label: "拒绝", value: "\(row.batch.refused) 行", href: nil),
            LabelledText(label: "文件摘要 SHA-256", value: row.batch.attachment.rawValue, href: nil),
        ]
        if case .failure(let refusal) = read {
            facts.insert(LabelledText(label: "本行未采用", value: refusal.message, href: nil), at: 0)
        }
        return facts
    }

    private static func uses(of reading: Reading?, in context: PageContext) throws -> [TextLink] {
        guard let reading, let object = try RegistryStore.object(reading.series.object, in: context.connection) else {
            return []
        }
        let date = reading.start.beijingDate
        switch object.kind {
        case .station:
            let hour = reading.start.beijingHour + 1
            return [
                TextLink(
                    label: "\(object.name) \(date.chinese) \(hour)时",
                    href: SiteURL.hour(hour, of: object.id, on: date).path)
            ]
        case .section:
            return [
                TextLink(
                    label: "\(object.name) \(date.chineseMonth)", href: SiteURL.section(object.id, month: date).path)
            ]
        case .noise, .outlet, .town, .bureau: return []
        }
    }
}
