import Documents
import Ledger

/// The numbers of a sealed document as a workbook: one row a claim, with what it means and where it comes from.
package enum ClaimSheet {
    private static let heads = ["凭证编号", "指标", "数值", "单位", "时段起", "时段止", "参数", "精确值", "输入项数", "应有项数", "规则"]

    /// - Parameters:
    ///   - asOfText: cut-off of the document, as printed.
    ///   - name: makes the words of an argument's value, such as a station's name for its code.
    package static func workbook(
        _ document: SealedDocument, _ claims: ClaimSet, name: (String, String) -> String
    ) throws -> [UInt8] {
        var rows = [
            Spreadsheet.Row(1, [.text("\(document.title)（\(document.period)）数据", .title)]),
            Spreadsheet.Row(
                2,
                [
                    .text(
                        "截至台账第 \(document.asOf) 条记录；封存为台账第 \(document.sequence) 条；数字凭证的根 \(document.root.base64)",
                        .note)
                ]),
            Spreadsheet.Row(3, heads.map { .text($0, .head) }),
        ]
        for (place, claim) in claims.claims.enumerated() {
            let body = claim.body
            let arguments = (body["arguments"]?.members ?? [:]).sorted { $0.key < $1.key }.map { entry in
                name(entry.key, entry.value.text ?? "")
            }
            let rules = (body["rules"]?.elements ?? []).compactMap(\.text)
            rows.append(
                Spreadsheet.Row(
                    place + 4,
                    [
                        .text(claims.id(at: place).rawValue), .text(body["title"]?.text ?? ""),
                        value(claim), .text(body["unit"]?.text ?? ""), .text(body["from"]?.text ?? ""),
                        .text(body["to"]?.text ?? ""), .text(arguments.joined(separator: "，")),
                        .text(body["exact"]?.text ?? ""), .number(String(claim.inputCount)),
                        body["expected"]?.integer.map { .number(String($0)) } ?? .text(""),
                        .text(rules.joined(separator: "、")),
                    ]))
        }
        var sheet = Spreadsheet.Sheet("数据", rows)
        sheet.widths = [18, 28, 12, 10, 12, 12, 24, 18, 10, 10, 28]
        sheet.frozenRows = 3
        return try SpreadsheetWriter.write(Spreadsheet([sheet]))
    }

    /// As printed: a number where it is one, so that programs can count with it.
    private static func value(_ claim: Claim) -> Spreadsheet.Cell {
        let printed = claim.printed
        guard claim.body["rounded"]?.text == printed else { return .text(printed) }
        return .number(printed)
    }
}
