/// styles.xml: the looks of GB/T 9704-2012, one style a use, so that a reader of the file can change them in one place.
struct DocxStyles {
    private let layout: DocumentLayout

    init(_ layout: DocumentLayout) {
        self.layout = layout
    }

    /// One style. Optional facts are left to the style it is based on.
    private struct Style {
        var id: String
        var name: String
        var basedOn: String? = "Normal"
        var face: Typeface?
        var size: FontSize?
        var color: String?
        /// `nil` inherits.
        var alignment: String?
        /// First line in, in characters.
        var firstLine: Int?
        /// Whether lines keep to the page's grid.
        var isOnGrid = true
        /// Exact distance of lines in twips; `nil` is one line as the font has it (off the grid) or one grid line.
        var line: Int?
        var before = 0
        var after = 0
        var keepsNext = false
        var outline: Int?
        /// Whether it is running text: 28 characters a line.
        var isRunning = false
        /// Whether Latin letters and digits stand close to Chinese ones, so that widths are what was counted.
        var isTight = false
    }

    var part: DocxPart {
        .word("word/styles.xml", type: "styles", root: "w:styles") { xml in
            xml.element("w:docDefaults") { xml in
                xml.element("w:rPrDefault") { xml in
                    xml.element("w:rPr") { xml in
                        fonts(&xml, layout.typefaces.body)
                        size(&xml, layout.bodySize)
                        xml.empty("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"])
                    }
                }
                xml.element("w:pPrDefault") { _ in }
            }
            for style in paragraphStyles { write(style, &xml) }
            characterStyles(&xml)
            tableStyle(&xml)
        }
    }

    private var paragraphStyles: [Style] {
        let faces = layout.typefaces
        let grid = PageGeometry.linePitch
        // 1.6 times the letters: titles of several lines stay together, whatever font stands in for 小标宋.
        let titleLine = layout.titleSize.twips * 16 / 10
        let small = layout.noteSize
        return [
            Style(
                id: "Normal", name: "Normal", basedOn: nil, face: faces.body, size: layout.bodySize, alignment: "both"),
            Style(id: "BodyText", name: "Body Text", firstLine: 2, isRunning: true),
            Style(id: "Flush", name: "Flush", isRunning: true),
            Style(
                id: "Title", name: "Title", face: faces.title, size: layout.titleSize, alignment: "center",
                isOnGrid: false, line: titleLine, keepsNext: true),
            Style(
                id: "Heading1", name: "heading 1", face: faces.heading, firstLine: 2, keepsNext: true, outline: 0,
                isRunning: true),
            Style(
                id: "Heading2", name: "heading 2", face: faces.subheading, firstLine: 2, keepsNext: true, outline: 1,
                isRunning: true),
            Style(
                id: "Heading3", name: "heading 3", firstLine: 2, keepsNext: true, outline: 2,
                isRunning: true),
            Style(
                id: "Heading4", name: "heading 4", firstLine: 2, keepsNext: true, outline: 3,
                isRunning: true),
            Style(
                id: "Issuer", name: "Issuer", face: faces.title, color: "FF0000", alignment: "center", isOnGrid: false),
            Style(id: "DocumentNumber", name: "Document Number", alignment: "center", isRunning: true),
            Style(
                id: "Caption", name: "caption", face: faces.heading, size: captionSize, alignment: "center",
                isOnGrid: false, before: 160, after: 80, keepsNext: true),
            Style(
                id: "PictureCaption", name: "Picture Caption", face: faces.heading, size: captionSize,
                alignment: "center", isOnGrid: false, before: 40, after: 160),
            Style(id: "Picture", name: "Picture", alignment: "center", isOnGrid: false, before: 120, keepsNext: true),
            Style(
                id: "TableText", name: "Table Text", face: faces.table, size: layout.tableSize, alignment: "center",
                isOnGrid: false),
            Style(id: "TableHead", name: "Table Head", basedOn: "TableText", face: faces.heading, isOnGrid: false),
            Style(id: "Note", name: "Note", face: faces.body, size: small, isOnGrid: false, before: 60, after: 60),
            Style(id: "Reference", name: "Reference", face: faces.body, size: small, isOnGrid: false, after: 40),
            Style(id: "Gap", name: "Gap", size: .six, isOnGrid: false, line: 120),
            Style(id: "Signature", name: "Signature", alignment: "right", isRunning: true, isTight: true),
            Style(
                id: "SignatureStart", name: "Signature Start", basedOn: "Signature", before: grid * 2,
                keepsNext: true),
            Style(
                id: "Banner", name: "Banner", face: faces.heading, size: .three, color: "FF0000", alignment: "center",
                isOnGrid: false),
            Style(id: "Colophon", name: "Colophon", face: faces.body, size: .four),
            Style(id: "Footer", name: "footer", face: faces.table, size: .four, isOnGrid: false),
        ]
    }

    /// One size above the table's letters, but never larger than the text.
    private var captionSize: FontSize {
        layout.tableSize.rawValue <= FontSize.five.rawValue ? .smallFour : .four
    }

    private func write(_ style: Style, _ xml: inout MarkupWriter) {
        let isDefault = style.id == "Normal"
        xml.element(
            "w:style", ["w:type": "paragraph", "w:default": isDefault ? "1" : nil, "w:styleId": style.id]
        ) { xml in
            xml.empty("w:name", ["w:val": style.name])
            if let base = style.basedOn { xml.empty("w:basedOn", ["w:val": base]) }
            xml.empty("w:qFormat")
            xml.element("w:pPr") { paragraphProperties(style, &$0) }
            xml.element("w:rPr") { xml in
                if let face = style.face {
                    fonts(&xml, face, isAllOne: style.id == "Footer")
                    if face.isBold {
                        xml.empty("w:b")
                        xml.empty("w:bCs")
                    }
                }
                if let color = style.color { xml.empty("w:color", ["w:val": color]) }
                let spacing = PageGeometry.characterSpacing(layout.bodySize)
                if style.isRunning, spacing != 0 { xml.empty("w:spacing", ["w:val": String(spacing)]) }
                if isDefault { xml.empty("w:kern", ["w:val": "2"]) }
                if let size = style.size { self.size(&xml, size) }
            }
        }
    }

    /// In the order of CT_PPrBase.
    private func paragraphProperties(_ style: Style, _ xml: inout MarkupWriter) {
        if style.keepsNext { xml.empty("w:keepNext") }
        if style.id == "Normal" { xml.empty("w:widowControl", ["w:val": "0"]) }
        if style.isTight {
            xml.empty("w:autoSpaceDE", ["w:val": "0"])
            xml.empty("w:autoSpaceDN", ["w:val": "0"])
        }
        if !style.isOnGrid { xml.empty("w:snapToGrid", ["w:val": "0"]) }
        if style.line != nil || style.before > 0 || style.after > 0 {
            xml.empty(
                "w:spacing",
                [
                    "w:before": style.before > 0 ? String(style.before) : nil,
                    "w:after": style.after > 0 ? String(style.after) : nil,
                    "w:line": style.line.map { String($0) }, "w:lineRule": style.line.map { _ in "exact" },
                ])
        }
        if let characters = style.firstLine {
            let width = characters * layout.bodySize.twips
            xml.empty("w:ind", ["w:firstLineChars": String(characters * 100), "w:firstLine": String(width)])
        }
        if let alignment = style.alignment { xml.empty("w:jc", ["w:val": alignment]) }
        if let outline = style.outline { xml.empty("w:outlineLvl", ["w:val": String(outline)]) }
    }

    private func fonts(_ xml: inout MarkupWriter, _ face: Typeface, isAllOne: Bool = false) {
        let latin = isAllOne ? face.name : layout.typefaces.latin.name
        xml.empty("w:rFonts", ["w:ascii": latin, "w:hAnsi": latin, "w:eastAsia": face.name, "w:cs": latin])
    }

    private func size(_ xml: inout MarkupWriter, _ size: FontSize) {
        xml.empty("w:sz", ["w:val": String(size.halfPoints)])
        xml.empty("w:szCs", ["w:val": String(size.halfPoints)])
    }

    private func characterStyles(_ xml: inout MarkupWriter) {
        xml.element("w:style", ["w:type": "character", "w:styleId": "Hyperlink"]) { xml in
            xml.empty("w:name", ["w:val": "Hyperlink"])
            xml.element("w:rPr") { xml in
                xml.empty("w:color", ["w:val": "0563C1"])
                xml.empty("w:u", ["w:val": "single"])
            }
        }
    }

    private func tableStyle(_ xml: inout MarkupWriter) {
        xml.element("w:style", ["w:type": "table", "w:default": "1", "w:styleId": "TableNormal"]) { xml in
            xml.empty("w:name", ["w:val": "Normal Table"])
            xml.element("w:tblPr") { xml in
                xml.empty("w:tblInd", ["w:w": "0", "w:type": "dxa"])
                xml.element("w:tblCellMar") { xml in
                    for side in ["top", "left", "bottom", "right"] {
                        let width = side == "left" || side == "right" ? "57" : "28"
                        xml.empty("w:" + side, ["w:w": width, "w:type": "dxa"])
                    }
                }
            }
        }
        xml.element("w:style", ["w:type": "table", "w:styleId": "Ruled"]) { xml in
            xml.empty("w:name", ["w:val": "Ruled"])
            xml.empty("w:basedOn", ["w:val": "TableNormal"])
            xml.element("w:tblPr") { xml in
                xml.element("w:tblBorders") { xml in
                    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                        xml.empty(
                            "w:" + side, ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000"])
                    }
                }
            }
        }
    }
}
