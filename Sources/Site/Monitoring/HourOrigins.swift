import Gateway
import Monitoring
import Standards
import Storage

/// Where the values of an hour that count came from, with the bytes themselves.
enum HourOrigins {
    static func origins(_ sheet: HourSheet, in context: PageContext) throws -> [HourOrigin] {
        var seen: [ReadingOrigin] = []
        for item in AirItem.allCases {
            guard let origin = sheet.hour.readings[item]?.origin, !seen.contains(origin) else { continue }
            seen.append(origin)
        }
        return try seen.compactMap { origin in
            switch origin {
            // Hours come from devices and files alone.
            case .manual: nil
            case .packet(let address): try packet(PacketText(address, in: context), in: context)
            case .importRow(let batch, let line): try row(batch: batch, line: line, in: context)
            }
        }
    }

    private static func packet(_ packet: PacketText, in context: PageContext) throws -> HourOrigin {
        HourOrigin(
            kind: "报文", summary: packet.summary, href: SiteURL.packet(packet.address).path, raw: packet.raw,
            fields: packet.contentFields(by: try packet.codes(in: context)), verdict: packet.verdictText,
            verdictTone: packet.isAccepted ? "better" : "worse")
    }

    private static func row(batch: Int64, line: Int64, in context: PageContext) throws -> HourOrigin {
        let row = try ImportedRowText(batch: batch, line: line, in: context)
        return HourOrigin(
            kind: "导入", summary: "\(row.batch.fileName) 第 \(line) 行，\(row.importedText)导入", href: row.href,
            raw: row.raw,
            fields: row.columns.map { LabelledText(label: $0.column, value: $0.text, href: nil) }, verdict: nil,
            verdictTone: nil)
    }
}
