/// The elements of an official document (GB/T 9704-2012). What letters carry above and below the text is in `DocxFrame`.
extension DocxBody {
    private static let red = "FF0000"

    /// 版头.
    mutating func write(_ head: OfficialHead, _ xml: inout MarkupWriter) {
        if head.form == .letter { return letterHead(head, &xml) }
        for mark in head.marks { markLine(mark, &xml) }
        let taken = head.marks.count * PageGeometry.linePitch
        // 35 mm from the upper edge of the text to the letters (7.2.4), the lines of marks within.
        let before = max(0, PageGeometry.twips(millimetres: 35) - taken)
        if head.issuers.count > 1 {
            jointIssuers(head, before: before, &xml)
        } else {
            let name = (head.issuers.first ?? "") + (head.saysDocument ? "文件" : "")
            let size = Self.issuerSize(name, width: geometry.width)
            issuerLine(name, size: size, before: before, alignment: nil, &xml)
        }
        numberLines(head, &xml)
    }

    /// 份号 in the face of the text, the others in 黑体, each from the left edge (7.2.1–7.2.3).
    private mutating func markLine(_ mark: (text: String, isPlain: Bool), _ xml: inout MarkupWriter) {
        paragraph("Flush", &xml) { body, xml in
            body.faced(mark.text, mark.isPlain ? nil : body.paper.layout.typefaces.heading, &xml)
        }
    }

    /// As large as the line allows, at most 小初 and a half, in half points.
    static func issuerSize(_ name: String, width: Int) -> Int {
        let characters = max(1, (TextWidth.halves(name) + 1) / 2)
        return min(96, width / characters / 10)
    }

    /// A line of red letters; its height is that of the letters, so that distances are counted from them.
    private mutating func issuerLine(
        _ name: String, size: Int, before: Int, alignment: String?, _ xml: inout MarkupWriter
    ) {
        let properties = { (xml: inout MarkupWriter) in
            xml.empty(
                "w:spacing",
                [
                    "w:before": before > 0 ? String(before) : nil, "w:line": String(size * 12),
                    "w:lineRule": "exact",
                ])
            if let alignment { xml.empty("w:jc", ["w:val": alignment]) }
        }
        paragraph("Issuer", &xml, properties: properties) { _, xml in Self.issuer(name, size: size, &xml) }
    }

    static func issuer(_ name: String, size: Int, _ xml: inout MarkupWriter) {
        xml.element("w:r") { xml in
            xml.element("w:rPr") { xml in
                xml.empty("w:sz", ["w:val": String(size)])
                xml.empty("w:szCs", ["w:val": String(size)])
            }
            text(name, &xml)
        }
    }

    /// Several issuers stand one below the other, spread to one width; 文件 beside them, in the middle (7.2.4).
    private mutating func jointIssuers(_ head: OfficialHead, before: Int, _ xml: inout MarkupWriter) {
        let longest = head.issuers.max { TextWidth.halves($0) < TextWidth.halves($1) } ?? ""
        // The more there are the smaller, or the first page would show no text (7.3.3).
        let fitting = Self.issuerSize(longest + (head.saysDocument ? "　文件　" : "　"), width: geometry.width)
        let size = min(fitting, 160 / head.issuers.count)
        let letter = size * 10
        let suffix = head.saysDocument ? letter * 3 : 0
        let names = ((TextWidth.halves(longest) + 1) / 2 + 1) * letter
        paragraph(
            "Gap", &xml,
            properties: {
                $0.empty("w:spacing", ["w:line": String(max(20, before)), "w:lineRule": "exact"])
            }, content: { _, _ in })
        xml.element("w:tbl") { xml in
            xml.element("w:tblPr") { xml in
                xml.empty("w:tblW", ["w:w": String(names + suffix), "w:type": "dxa"])
                xml.empty("w:jc", ["w:val": "center"])
                xml.empty("w:tblLayout", ["w:type": "fixed"])
                Self.noCellMargins(&xml)
            }
            xml.element("w:tblGrid") { xml in
                xml.empty("w:gridCol", ["w:w": String(names)])
                if suffix > 0 { xml.empty("w:gridCol", ["w:w": String(suffix)]) }
            }
            for (row, name) in head.issuers.enumerated() {
                xml.element("w:tr") { xml in
                    xml.element("w:tc") { xml in
                        xml.element("w:tcPr") { $0.empty("w:tcW", ["w:w": String(names), "w:type": "dxa"]) }
                        issuerLine(name, size: size, before: 0, alignment: "distribute", &xml)
                    }
                    guard suffix > 0 else { return }
                    xml.element("w:tc") { xml in
                        xml.element("w:tcPr") { xml in
                            xml.empty("w:tcW", ["w:w": String(suffix), "w:type": "dxa"])
                            xml.empty("w:vMerge", row == 0 ? ["w:val": "restart"] : [:])
                            xml.empty("w:vAlign", ["w:val": "center"])
                        }
                        issuerLine(row == 0 ? "文件" : "", size: size, before: 0, alignment: "right", &xml)
                    }
                }
            }
        }
    }

    /// 发文字号 two lines below the issuer, beside the signers where there are some; the red rule 4 mm below
    /// (7.2.5–7.2.7).
    private mutating func numberLines(_ head: OfficialHead, _ xml: inout MarkupWriter) {
        let rows = head.signerRows
        guard !rows.isEmpty else {
            return numberLine(head.number ?? "", isFirst: true, isLast: true, start: nil, &xml) { _, _ in }
        }
        let letter = paper.layout.bodySize.twips
        let widest = head.signers.map { (TextWidth.halves($0) + 1) / 2 }.max() ?? 0
        let columns = min(2, head.signers.count)
        // 签发人： takes four characters, names of one line stand one character apart, the last ends one before the edge.
        let width = 4 + widest * columns + (columns - 1)
        let start = geometry.width - letter * (width + 1)
        for (index, row) in rows.enumerated() {
            let isLast = index == rows.count - 1
            let isFirst = index == 0
            let number = isLast ? "　" + (head.number ?? "") : ""
            numberLine(number, isFirst: isFirst, isLast: isLast, start: isFirst ? start : start + 4 * letter, &xml) {
                body, xml in
                xml.element("w:r") { $0.empty("w:tab") }
                if isFirst { body.faced("签发人：", nil, &xml) }
                for (place, name) in row.enumerated() {
                    let missing = place == row.count - 1 ? 0 : widest + 1 - (TextWidth.halves(name) + 1) / 2
                    let spread = name + String(repeating: "　", count: missing)
                    body.faced(spread, body.paper.layout.typefaces.subheading, &xml)
                }
            }
        }
    }

    /// - Parameter start: where the signers stand, from the left edge; nil centres the number.
    private mutating func numberLine(
        _ number: String, isFirst: Bool, isLast: Bool, start: Int?, _ xml: inout MarkupWriter,
        rest: (inout DocxBody, inout MarkupWriter) -> Void
    ) {
        let before = PageGeometry.linePitch * 2
        let properties = { (xml: inout MarkupWriter) in
            if isLast {
                xml.element("w:pBdr") { xml in
                    // 4 mm are 11 points.
                    xml.empty("w:bottom", ["w:val": "single", "w:sz": "18", "w:space": "11", "w:color": Self.red])
                }
            }
            if let start {
                xml.element("w:tabs") { $0.empty("w:tab", ["w:val": "left", "w:pos": String(start)]) }
            }
            if isFirst { xml.empty("w:spacing", ["w:before": String(before)]) }
            if start != nil { xml.empty("w:jc", ["w:val": "left"]) }
        }
        paragraph("DocumentNumber", &xml, properties: properties) { body, xml in
            if !number.isEmpty { body.write([Run(number)], &xml) }
            rest(&body, &xml)
        }
    }

    /// Below the red double line of a letter: marks at the left edge, the number at the right one, seven eighths of a
    /// letter of 三号 below it (10.1).
    private mutating func letterHead(_ head: OfficialHead, _ xml: inout MarkupWriter) {
        let marks = head.marks
        let lines = max(1, marks.count)
        let width = geometry.width
        for line in 0..<lines {
            let properties = { (xml: inout MarkupWriter) in
                xml.element("w:tabs") { $0.empty("w:tab", ["w:val": "right", "w:pos": String(width)]) }
                // The letter stands in the middle of its line: half of what is left of the line is above it.
                let gap = FontSize.three.twips * 7 / 8 - (PageGeometry.linePitch - FontSize.three.twips) / 2
                if line == 0 { xml.empty("w:spacing", ["w:before": String(gap)]) }
                xml.empty("w:jc", ["w:val": "left"])
            }
            paragraph("Flush", &xml, properties: properties) { body, xml in
                if line < marks.count {
                    body.faced(marks[line].text, marks[line].isPlain ? nil : body.paper.layout.typefaces.heading, &xml)
                }
                if line == 0, let number = head.number {
                    xml.element("w:r") { $0.empty("w:tab") }
                    body.write([Run(number)], &xml)
                }
            }
        }
    }

    /// Text in a face of its own; `nil` is that of the paragraph.
    mutating func faced(_ content: String, _ face: Typeface?, _ xml: inout MarkupWriter) {
        xml.element("w:r") { xml in
            if let face {
                xml.element("w:rPr") { xml in
                    xml.empty("w:rFonts", ["w:eastAsia": face.name, "w:hint": "eastAsia"])
                    if face.isBold {
                        xml.empty("w:b")
                        xml.empty("w:bCs")
                    }
                }
            }
            Self.text(content, &xml)
        }
    }

    static func noCellMargins(_ xml: inout MarkupWriter) {
        xml.element("w:tblCellMar") { xml in
            for side in ["top", "left", "bottom", "right"] {
                xml.empty("w:" + side, ["w:w": "0", "w:type": "dxa"])
            }
        }
    }
}
