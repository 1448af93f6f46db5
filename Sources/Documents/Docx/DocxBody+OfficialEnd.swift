/// What stands behind the text of an official document: 附件说明, appendices, who was there, 版记.
extension DocxBody {
    /// One line below the text, two characters in; names that run on stand below their first letter (7.3.4).
    mutating func write(appendices names: [String], _ xml: inout MarkupWriter) {
        let letter = paper.layout.bodySize.twips
        let isNumbered = names.count > 1
        for (index, name) in names.enumerated() {
            let label = index == 0 ? "附件：" : ""
            let number = isNumbered ? "\(index + 1)." : ""
            // Room for the number and its point: one character, from ten on one and a half.
            let left = 5 * letter + (isNumbered ? (names.count > 9 ? letter * 3 / 2 : letter) : 0)
            let hanging = left - (index == 0 ? 2 : 5) * letter
            let before = index == 0 ? String(PageGeometry.linePitch) : nil
            let properties = { (xml: inout MarkupWriter) in
                if let before { xml.empty("w:spacing", ["w:before": before]) }
                xml.empty("w:ind", ["w:left": String(left), "w:hanging": String(hanging)])
            }
            paragraph("Flush", &xml, properties: properties) { body, xml in
                body.write([Run(label + number + (isNumbered ? "\t" : "") + name)], &xml)
            }
        }
    }

    /// A page of its own: the label in 黑体 on the first line, the title centred on the third (7.3.7).
    mutating func write(_ appendix: OfficialAppendix, _ xml: inout MarkupWriter) {
        breaksPage = true
        paragraph("Flush", &xml) { body, xml in
            body.faced(appendix.label, body.paper.layout.typefaces.heading, &xml)
        }
        let grid = String(PageGeometry.linePitch)
        let properties = { (xml: inout MarkupWriter) in
            xml.empty("w:spacing", ["w:before": grid, "w:after": grid])
        }
        paragraph("Title", &xml, properties: properties) { body, xml in body.write([Run(appendix.title)], &xml) }
    }

    /// 出席, 请假, 列席 in 黑体, two characters in; what runs on stands below the first name (10.3).
    mutating func write(_ attendance: [OfficialAttendance], _ xml: inout MarkupWriter) {
        let letter = paper.layout.bodySize.twips
        for (index, group) in attendance.enumerated() {
            let properties = { (xml: inout MarkupWriter) in
                if index == 0 { xml.empty("w:spacing", ["w:before": String(PageGeometry.linePitch)]) }
                xml.empty("w:ind", ["w:left": String(5 * letter), "w:hanging": String(3 * letter)])
            }
            paragraph("Flush", &xml, properties: properties) { body, xml in
                body.faced(group.role.name + "：", body.paper.layout.typefaces.heading, &xml)
                body.write([Run(group.people)], &xml)
            }
        }
    }

    /// 版记: a table that stands on the lower edge of the text of the last page, with a thick rule above and below it
    /// and thin ones between (7.4.1).
    mutating func write(_ colophon: Colophon, _ xml: inout MarkupWriter) {
        breakBeforeTable(&xml)
        let width = geometry.width
        let hasRules = colophon.form != .letter
        xml.element("w:tbl") { xml in
            xml.element("w:tblPr") { xml in
                // In the middle of the page, 1 mm beside that of the text: older LibreOffice lets a table as wide as the
                // text float only when the page holds it.
                xml.empty(
                    "w:tblpPr",
                    [
                        "w:leftFromText": "0", "w:rightFromText": "0", "w:vertAnchor": "margin",
                        "w:horzAnchor": "page", "w:tblpXSpec": "center", "w:tblpYSpec": "bottom",
                    ])
                xml.empty("w:tblW", ["w:w": String(width), "w:type": "dxa"])
                if hasRules { Self.rules(&xml) }
                xml.empty("w:tblLayout", ["w:type": "fixed"])
                Self.noCellMargins(&xml)
            }
            xml.element("w:tblGrid") { $0.empty("w:gridCol", ["w:w": String(width)]) }
            for list in colophon.lists {
                row(width, &xml) { body, xml in body.colophonList(list, &xml) }
            }
            if colophon.printer != nil || colophon.printed != nil {
                row(width, &xml) { body, xml in body.printing(colophon, &xml) }
            }
        }
        // A table that floats is held by the paragraph behind it.
        gap(&xml)
    }

    /// 0.35 mm are one point, 0.25 mm three quarters.
    private static func rules(_ xml: inout MarkupWriter) {
        xml.element("w:tblBorders") { xml in
            for (side, size) in [("top", "8"), ("bottom", "8"), ("insideH", "6")] {
                xml.empty("w:" + side, ["w:val": "single", "w:sz": size, "w:space": "0", "w:color": "000000"])
            }
        }
    }

    private mutating func row(
        _ width: Int, _ xml: inout MarkupWriter, _ content: (inout DocxBody, inout MarkupWriter) -> Void
    ) {
        xml.element("w:tr") { xml in
            xml.element("w:trPr") { $0.empty("w:cantSplit") }
            xml.element("w:tc") { xml in
                xml.element("w:tcPr") { $0.empty("w:tcW", ["w:w": String(width), "w:type": "dxa"]) }
                content(&self, &xml)
            }
        }
    }

    /// 抄送 with its names: one character in on both sides, what runs on below the first name (7.4.2).
    private mutating func colophonList(_ list: (label: String, names: String), _ xml: inout MarkupWriter) {
        let letter = FontSize.four.twips
        let properties = { (xml: inout MarkupWriter) in
            xml.empty(
                "w:ind", ["w:left": String(4 * letter), "w:right": String(letter), "w:hanging": String(3 * letter)])
        }
        paragraph("Colophon", &xml, properties: properties) { body, xml in
            body.write([Run(list.label + list.names)], &xml)
        }
    }

    /// 印发机关 one character from the left edge, 印发日期 one from the right (7.4.3).
    private mutating func printing(_ colophon: Colophon, _ xml: inout MarkupWriter) {
        let letter = FontSize.four.twips
        let end = geometry.width - letter
        let properties = { (xml: inout MarkupWriter) in
            xml.element("w:tabs") { $0.empty("w:tab", ["w:val": "right", "w:pos": String(end)]) }
            xml.empty("w:ind", ["w:left": String(letter)])
        }
        paragraph("Colophon", &xml, properties: properties) { body, xml in
            let date = colophon.printed.map { "\t\($0)印发" } ?? ""
            body.write([Run((colophon.printer ?? "") + date)], &xml)
        }
    }
}
