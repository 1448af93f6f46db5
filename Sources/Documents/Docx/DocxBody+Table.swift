extension DocxBody {
    /// A row whose longest cell is longer than this may break across pages, in half characters: a row that may not
    /// and is higher than the page would be cut off.
    private static let longestUnbrokenCell = 600

    /// A table with caption and note.
    mutating func write(_ table: Table, _ xml: inout MarkupWriter) throws {
        if table.caption.isEmpty {
            breakBeforeTable(&xml)
        } else {
            paragraph("Caption", &xml) { body, xml in
                body.bookmark(anchor: table.anchor, &xml)
                body.write(table.caption, &xml)
            }
        }
        let count = table.columns.count
        let head = try TableGrid(table.header, columns: count)
        let rows = try TableGrid(table.rows, columns: count)
        let widths = TableWidths.divide(table, total: geometry.width)
        xml.element("w:tbl") { xml in
            tableProperties(table, width: widths.reduce(0, +), &xml)
            xml.element("w:tblGrid") { xml in
                for width in widths { xml.empty("w:gridCol", ["w:w": String(width)]) }
            }
            for row in head.rows { write(row, of: table, widths: widths, isHead: true, &xml) }
            for row in rows.rows { write(row, of: table, widths: widths, isHead: false, &xml) }
        }
        if table.note.isEmpty {
            gap(&xml)
        } else {
            paragraph("Note", &xml) { body, xml in body.write(table.note, &xml) }
        }
    }

    /// In the order of CT_TblPr.
    private func tableProperties(_ table: Table, width: Int, _ xml: inout MarkupWriter) {
        xml.element("w:tblPr") { xml in
            xml.empty("w:tblStyle", ["w:val": "Ruled"])
            xml.empty("w:tblW", ["w:w": String(width), "w:type": "dxa"])
            xml.empty("w:jc", ["w:val": "center"])
            xml.empty("w:tblLayout", ["w:type": "fixed"])
            xml.empty("w:tblLook", ["w:val": "0020", "w:firstRow": table.header.isEmpty ? "0" : "1", "w:noHBand": "1"])
            let caption = table.caption.map(\.text).joined()
            if !caption.isEmpty { xml.empty("w:tblCaption", ["w:val": caption]) }
        }
    }

    private mutating func write(
        _ row: [TableGrid.Slot], of table: Table, widths: [Int], isHead: Bool, _ xml: inout MarkupWriter
    ) {
        let longest = row.map { $0.cell.runs.reduce(0) { $0 + TextWidth.halves($1.text) } }.max() ?? 0
        xml.element("w:tr") { xml in
            xml.element("w:trPr") { xml in
                if longest <= Self.longestUnbrokenCell { xml.empty("w:cantSplit") }
                if isHead, table.repeatsHeader { xml.empty("w:tblHeader") }
            }
            for slot in row { write(slot, of: table, widths: widths, isHead: isHead, &xml) }
        }
    }

    private mutating func write(
        _ slot: TableGrid.Slot, of table: Table, widths: [Int], isHead: Bool, _ xml: inout MarkupWriter
    ) {
        let cell = slot.cell
        let width = widths[slot.column..<(slot.column + cell.columns)].reduce(0, +)
        xml.element("w:tc") { xml in
            xml.element("w:tcPr") { xml in
                xml.empty("w:tcW", ["w:w": String(width), "w:type": "dxa"])
                if cell.columns > 1 { xml.empty("w:gridSpan", ["w:val": String(cell.columns)]) }
                if slot.isContinued {
                    xml.empty("w:vMerge")
                } else if slot.continues {
                    xml.empty("w:vMerge", ["w:val": "restart"])
                }
                if let tone = cell.tone {
                    xml.empty("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": tone.hex])
                }
                xml.empty("w:vAlign", ["w:val": "center"])
            }
            let alignment = cell.alignment ?? (isHead ? .center : table.columns[slot.column].alignment)
            let usual = paper.layout.tableSize
            let properties = { (xml: inout MarkupWriter) in
                if alignment != .center { xml.empty("w:jc", ["w:val": alignment.rawValue]) }
                if let size = table.size, size != usual {
                    xml.element("w:rPr") { $0.empty("w:sz", ["w:val": String(size.halfPoints)]) }
                }
            }
            paragraph(isHead ? "TableHead" : "TableText", &xml, properties: properties) { body, xml in
                guard !slot.isContinued else { return }
                body.write(cell.runs, size: table.size, &xml)
            }
        }
    }
}
