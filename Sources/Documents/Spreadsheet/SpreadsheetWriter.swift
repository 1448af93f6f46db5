/// Writes a workbook as Office Open XML for Excel, WPS and LibreOffice.
///
/// Texts stay texts: none is run as a formula, also after a cell was opened and left (`quotePrefix`). The same workbook gives
/// the same bytes.
package enum SpreadsheetWriter {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    /// More characters than a program takes into a cell (Excel's limits).
    private static let greatestTextLength = 32_767

    /// The bytes of the .xlsx file.
    ///
    /// - Throws: `DocumentError.archiveFailed`.
    package static func write(_ book: Spreadsheet) throws(DocumentError) -> [UInt8] {
        var entries = [
            entry("[Content_Types].xml", contentTypes(book)), entry("_rels/.rels", topRelations),
            entry("xl/workbook.xml", workbook(book)), entry("xl/_rels/workbook.xml.rels", bookRelations(book)),
            entry("xl/styles.xml", styles),
        ]
        for (index, sheet) in book.sheets.enumerated() {
            entries.append(entry("xl/worksheets/sheet\(index + 1).xml", markup(of: sheet, isFirst: index == 0)))
        }
        return try ZipArchive.write(entries)
    }

    private static func entry(_ path: String, _ xml: MarkupWriter) -> ZipArchive.Entry {
        ZipArchive.Entry(path: path, bytes: Array(xml.text.utf8))
    }

    private static func document(
        _ root: String, _ namespace: String, _ body: (inout MarkupWriter) -> Void
    ) -> MarkupWriter {
        var xml = MarkupWriter()
        xml.declaration()
        xml.element(root, ["xmlns": namespace], body)
        return xml
    }

    private static func contentTypes(_ book: Spreadsheet) -> MarkupWriter {
        let type = "application/vnd.openxmlformats-officedocument.spreadsheetml."
        return document("Types", "http://schemas.openxmlformats.org/package/2006/content-types") { xml in
            xml.empty(
                "Default",
                ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"])
            xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
            xml.empty("Override", ["PartName": "/xl/workbook.xml", "ContentType": type + "sheet.main+xml"])
            xml.empty("Override", ["PartName": "/xl/styles.xml", "ContentType": type + "styles+xml"])
            for index in book.sheets.indices {
                xml.empty(
                    "Override",
                    ["PartName": "/xl/worksheets/sheet\(index + 1).xml", "ContentType": type + "worksheet+xml"])
            }
        }
    }

    private static let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"

    private static var topRelations: MarkupWriter {
        document("Relationships", relationships) { xml in
            xml.empty(
                "Relationship",
                ["Id": "rId1", "Type": relations + "/officeDocument", "Target": "xl/workbook.xml"])
        }
    }

    private static func bookRelations(_ book: Spreadsheet) -> MarkupWriter {
        document("Relationships", relationships) { xml in
            for index in book.sheets.indices {
                xml.empty(
                    "Relationship",
                    [
                        "Id": "rId\(index + 1)", "Type": relations + "/worksheet",
                        "Target": "worksheets/sheet\(index + 1).xml",
                    ])
            }
            xml.empty(
                "Relationship",
                ["Id": "rId\(book.sheets.count + 1)", "Type": relations + "/styles", "Target": "styles.xml"])
        }
    }

    private static func workbook(_ book: Spreadsheet) -> MarkupWriter {
        var xml = MarkupWriter()
        xml.declaration()
        xml.element("workbook", ["xmlns": main, "xmlns:r": relations]) { xml in
            xml.element("sheets") { xml in
                for (index, sheet) in book.sheets.enumerated() {
                    xml.empty(
                        "sheet",
                        [
                            "name": sheet.name, "sheetId": "\(index + 1)", "state": sheet.isHidden ? "hidden" : nil,
                            "r:id": "rId\(index + 1)",
                        ])
                }
            }
        }
        return xml
    }

    /// Cell styles: three for each tone, in its order: as it is, as text that is no formula, as a day.
    private static func style(_ cell: Spreadsheet.Cell) -> Int {
        let kind =
            switch cell.content {
            case .text: 1
            case .date: 2
            case .empty, .number, .flag, .error: 0
            }
        return cell.tone.rawValue * 3 + kind
    }

    private static var styles: MarkupWriter {
        document("styleSheet", main) { xml in
            xml.element("numFmts", ["count": "1"]) {
                $0.empty("numFmt", ["numFmtId": "164", "formatCode": "yyyy-mm-dd"])
            }
            xml.element("fonts", ["count": "4"]) { xml in
                for (size, isBold, colour) in [
                    ("11", false, nil), ("14", true, nil), ("11", true, nil), ("10", false, "FF4A5A66"),
                ] as [(String, Bool, String?)] {
                    xml.element("font") { xml in
                        if isBold { xml.empty("b") }
                        xml.empty("sz", ["val": size])
                        if let colour { xml.empty("color", ["rgb": colour]) }
                        xml.empty("name", ["val": "宋体"])
                    }
                }
            }
            xml.element("fills", ["count": "4"]) { xml in
                for pattern in ["none", "gray125"] {
                    xml.element("fill") { $0.empty("patternFill", ["patternType": pattern]) }
                }
                for colour in ["FFE3F1EE", "FFFFC7CE"] {
                    xml.element("fill") { xml in
                        xml.element("patternFill", ["patternType": "solid"]) { $0.empty("fgColor", ["rgb": colour]) }
                    }
                }
            }
            xml.element("borders", ["count": "1"]) { $0.empty("border") }
            xml.element("cellStyleXfs", ["count": "1"]) {
                $0.empty("xf", ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"])
            }
            xml.element("cellXfs", ["count": "\(Spreadsheet.Cell.Tone.allCases.count * 3)"]) { xml in
                for tone in Spreadsheet.Cell.Tone.allCases { formats(of: tone, into: &xml) }
            }
            xml.element("cellStyles", ["count": "1"]) {
                $0.empty("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])
            }
        }
    }

    private static func formats(of tone: Spreadsheet.Cell.Tone, into xml: inout MarkupWriter) {
        let (font, fill) =
            switch tone {
            case .plain: ("0", "0")
            case .title: ("1", "0")
            case .head: ("2", "2")
            case .note: ("3", "0")
            case .fault: ("0", "3")
            }
        for (format, isQuoted) in [("0", false), ("49", true), ("164", false)] {
            xml.empty(
                "xf",
                [
                    "numFmtId": format, "fontId": font, "fillId": fill, "borderId": "0", "xfId": "0",
                    "quotePrefix": isQuoted ? "1" : nil, "applyNumberFormat": format == "0" ? nil : "1",
                    "applyFont": "1", "applyFill": fill == "0" ? nil : "1",
                ])
        }
    }

    private static func markup(of sheet: Spreadsheet.Sheet, isFirst: Bool) -> MarkupWriter {
        document("worksheet", main) { xml in
            xml.element("sheetViews") { xml in
                xml.element("sheetView", ["tabSelected": isFirst ? "1" : nil, "workbookViewId": "0"]) { xml in
                    if sheet.frozenRows > 0 {
                        xml.empty(
                            "pane",
                            [
                                "ySplit": "\(sheet.frozenRows)", "topLeftCell": "A\(sheet.frozenRows + 1)",
                                "activePane": "bottomLeft", "state": "frozen",
                            ])
                    }
                }
            }
            if !sheet.widths.isEmpty {
                xml.element("cols") { xml in
                    for (index, width) in sheet.widths.enumerated() {
                        xml.empty(
                            "col",
                            ["min": "\(index + 1)", "max": "\(index + 1)", "width": "\(width)", "customWidth": "1"])
                    }
                }
            }
            xml.element("sheetData") { xml in
                for row in sheet.rows { write(row, into: &xml) }
            }
            if !sheet.choices.isEmpty {
                xml.element("dataValidations", ["count": "\(sheet.choices.count)"]) { xml in
                    for choices in sheet.choices { write(choices, into: &xml) }
                }
            }
        }
    }

    private static func write(_ row: Spreadsheet.Row, into xml: inout MarkupWriter) {
        xml.element("row", ["r": "\(row.number)"]) { xml in
            for (column, cell) in row.cells.enumerated() {
                let name = Spreadsheet.letters(of: column) + String(row.number)
                let style = "\(style(cell))"
                switch cell.content {
                case .empty:
                    if cell.tone != .plain { xml.empty("c", ["r": name, "s": style]) }
                case .text(let text), .error(let text):
                    xml.element("c", ["r": name, "s": style, "t": "inlineStr"]) { xml in
                        xml.element("is") {
                            $0.element("t", ["xml:space": "preserve"], text: String(text.prefix(greatestTextLength)))
                        }
                    }
                case .number(let text, _): xml.element("c", ["r": name, "s": style]) { $0.element("v", text: text) }
                case .flag(let flag):
                    xml.element("c", ["r": name, "s": style, "t": "b"]) { $0.element("v", text: flag ? "1" : "0") }
                case .date(let text):
                    if let serial = SpreadsheetNumber.serial(of: text) {
                        xml.element("c", ["r": name, "s": style]) { $0.element("v", text: "\(serial)") }
                    } else {
                        xml.element("c", ["r": name, "t": "inlineStr"]) { xml in
                            xml.element("is") { $0.element("t", text: text) }
                        }
                    }
                }
            }
        }
    }

    private static func write(_ choices: Spreadsheet.Choices, into xml: inout MarkupWriter) {
        let column = Spreadsheet.letters(of: choices.column)
        // Programs cut or refuse longer hints.
        let hint = String(choices.hint.prefix(250))
        xml.element(
            "dataValidation",
            [
                "type": choices.range == nil ? nil : "list", "allowBlank": "1", "showInputMessage": "1",
                "showErrorMessage": choices.range == nil ? nil : "1", "errorTitle": "不在可选范围内",
                "error": "请从下拉列表中选择", "promptTitle": String(choices.title.prefix(32)),
                "prompt": hint.isEmpty ? nil : hint,
                "sqref": "\(column)\(choices.rows.lowerBound):\(column)\(choices.rows.upperBound)",
            ]
        ) { xml in
            if let range = choices.range { xml.element("formula1", text: range) }
        }
    }
}
