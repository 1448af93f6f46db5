import Documents
import Monitoring
import Registry
import Standards
import Storage

/// The hours in doubt as a workbook: what arrived, where it came from, why it is doubted and by whom.
enum DoubtSheet {
    private static let heads = ["项目", "时段", "收到的值", "单位", "限值", "设备标记", "来源", "理由", "审核人", "台账序号"]

    static func workbook(of doubt: OutletDoubt, _ words: HourReviewWords) throws -> [UInt8] {
        var rows = [
            Spreadsheet.Row(
                1, [.text("\(doubt.outlet.text("enterprise")) \(doubt.outlet.name)（\(doubt.outlet.id)）\(doubt.date)")]),
            Spreadsheet.Row(2, heads.map { .text($0, .head) }),
        ]
        for item in doubt.items {
            for hour in item.hours {
                guard let raw = hour.raw, let standing = hour.standing else { continue }
                let texts = [
                    item.limit.name, "\(raw.start.beijingHour + 1)时", raw.value?.description ?? "无", item.limit.unit,
                    LeadWords.limit(item.limit), ReadingFlag.meaning(raw.flag), source(of: raw),
                    words.reason(standing), standing.reviewer, String(standing.sequence),
                ]
                rows.append(Spreadsheet.Row(rows.count + 1, texts.map { .text($0) }))
            }
        }
        return try SpreadsheetWriter.write(Spreadsheet([Spreadsheet.Sheet("存疑小时值", rows)]))
    }

    private static func source(of reading: Reading) -> String {
        switch reading.origin {
        case .packet(let address): "报文 \(address.rawValue)"
        case .importRow(let batch, let line): "导入 \(batch) 第 \(line) 行"
        case .manual(let record, let line): "手工监测，台账第 \(record) 条第 \(line) 行"
        }
    }
}
