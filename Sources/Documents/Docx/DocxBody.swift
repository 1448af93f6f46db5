/// document.xml: the blocks in order, with the links, images and bookmarks they need.
struct DocxBody {
    let paper: Paper
    let index: PaperIndex
    let settings: DocxWriter
    let frame: DocxFrame

    var relationships: DocxRelationships
    var media: [ZipArchive.Entry] = []
    private var numbers = HeadingNumbers()
    private var orientation: DocumentLayout.Orientation
    private var bookmarks = 0
    /// The next paragraph begins a page.
    var breaksPage = false
    private var isAfterMasthead = false

    init(paper: Paper, index: PaperIndex, settings: DocxWriter, frame: DocxFrame) {
        self.paper = paper
        self.index = index
        self.settings = settings
        self.frame = frame
        relationships = frame.relationships
        orientation = paper.layout.orientation
    }

    var geometry: PageGeometry { PageGeometry(orientation: orientation) }

    /// The whole part.
    mutating func document() throws -> MarkupWriter {
        var xml = MarkupWriter()
        xml.declaration()
        let drawing = "http://schemas.openxmlformats.org/drawingml/2006/"
        try xml.element(
            "w:document",
            [
                "xmlns:w": DocxPart.mainNamespace, "xmlns:r": DocxPart.relationshipNamespace,
                "xmlns:wp": drawing + "wordprocessingDrawing", "xmlns:a": drawing + "main",
                "xmlns:pic": drawing + "picture",
            ]
        ) { xml throws in
            try xml.element("w:body") { xml throws in
                var isFirst = true
                for block in paper.blocks {
                    try write(block, isFirst: isFirst, &xml)
                    isFirst = false
                }
                sectionProperties(&xml)
            }
        }
        return xml
    }

    private mutating func write(_ block: Block, isFirst: Bool, _ xml: inout MarkupWriter) throws {
        let followsMasthead = isAfterMasthead
        isAfterMasthead = false
        switch block {
        case .masthead(let masthead):
            write(masthead, &xml)
            isAfterMasthead = true
        case .title(let lines): write(title: lines, followsMasthead: followsMasthead, &xml)
        case .heading(let heading): write(heading, &xml)
        case .paragraph(let paragraph): write(paragraph, &xml)
        case .table(let table): try write(table, &xml)
        case .note(let runs): self.paragraph("Note", &xml) { body, xml in body.write(runs, &xml) }
        case .picture(let picture): try write(picture, &xml)
        case .references(let list): write(list, &xml)
        case .signature(let signature): write(signature, &xml)
        case .pageBreak: breaksPage = true
        case .section(let next):
            if !isFirst { endSection(&xml) }
            orientation = next
        case .officialHead(let head):
            write(head, &xml)
            isAfterMasthead = true
        case .appendixList(let names): write(appendices: names, &xml)
        case .appendix(let appendix): write(appendix, &xml)
        case .attendance(let attendance): write(attendance, &xml)
        case .colophon(let colophon): write(colophon, &xml)
        }
    }

    // MARK: Paragraphs

    /// A paragraph of a style; `properties` come after the style, in the order of CT_PPrBase.
    mutating func paragraph(
        _ style: String, _ xml: inout MarkupWriter, properties: ((inout MarkupWriter) -> Void)? = nil,
        content: (inout DocxBody, inout MarkupWriter) -> Void
    ) {
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                xml.empty("w:pStyle", ["w:val": style])
                if breaksPage { xml.empty("w:pageBreakBefore") }
                breaksPage = false
                properties?(&xml)
            }
            content(&self, &xml)
        }
    }

    /// A line a few points high: keeps tables apart and carries breaks.
    mutating func gap(_ xml: inout MarkupWriter) {
        paragraph("Gap", &xml) { _, _ in }
    }

    /// Begins a table's page where one was asked for: a table cannot carry the break itself.
    mutating func breakBeforeTable(_ xml: inout MarkupWriter) {
        if breaksPage { gap(&xml) }
    }

    /// A place that links can lead to.
    mutating func bookmark(_ name: String, _ xml: inout MarkupWriter) {
        bookmarks += 1
        xml.empty("w:bookmarkStart", ["w:id": String(bookmarks), "w:name": name])
        xml.empty("w:bookmarkEnd", ["w:id": String(bookmarks)])
    }

    /// The bookmark of an anchor; Word allows no Chinese punctuation and 40 characters in names, so they are numbered.
    mutating func bookmark(anchor: String?, _ xml: inout MarkupWriter) {
        guard let anchor, let number = index.anchors[anchor] else { return }
        bookmark(Self.bookmarkName(anchor: number), &xml)
    }

    static func bookmarkName(anchor number: Int) -> String { "anchor\(number)" }
    static func bookmarkName(reference number: Int) -> String { "reference\(number)" }

    private mutating func write(_ masthead: Masthead, _ xml: inout MarkupWriter) {
        // As large as the line allows, at most 小初 and a half; 8844 twips hold the name.
        let characters = max(1, (TextWidth.halves(masthead.issuer) + 1) / 2)
        let halfPoints = min(96, geometry.width / characters / 10)
        // 35 mm from the upper edge of the text to the letters (7.2.4).
        let before = String(PageGeometry.twips(millimetres: 35))
        paragraph("Issuer", &xml, properties: { $0.empty("w:spacing", ["w:before": before]) }) { _, xml in
            xml.element("w:r") { xml in
                xml.element("w:rPr") { xml in
                    xml.empty("w:sz", ["w:val": String(halfPoints)])
                    xml.empty("w:szCs", ["w:val": String(halfPoints)])
                }
                Self.text(masthead.issuer, &xml)
            }
        }
        // Two lines down to the number (7.2.5), then a red rule 4 mm below (7.2.7): 11 points.
        let grid = PageGeometry.linePitch
        let properties = { (xml: inout MarkupWriter) in
            xml.element("w:pBdr") { xml in
                xml.empty("w:bottom", ["w:val": "single", "w:sz": "18", "w:space": "11", "w:color": "FF0000"])
            }
            xml.empty("w:spacing", ["w:before": String(grid * 2)])
        }
        paragraph("DocumentNumber", &xml, properties: properties) { body, xml in
            body.write([Run(masthead.number ?? "")], &xml)
        }
    }

    private mutating func write(title lines: [String], followsMasthead: Bool, _ xml: inout MarkupWriter) {
        // Two lines below the red rule (7.3.1); one line to what follows (7.3.2).
        let grid = PageGeometry.linePitch
        for (number, line) in lines.enumerated() {
            let before = number == 0 && followsMasthead ? String(grid * 2) : nil
            let after = number == lines.count - 1 ? String(grid) : nil
            let properties = { (xml: inout MarkupWriter) in
                if before != nil || after != nil { xml.empty("w:spacing", ["w:before": before, "w:after": after]) }
            }
            paragraph("Title", &xml, properties: properties) { body, xml in body.write([Run(line)], &xml) }
        }
    }

    private mutating func write(_ heading: Heading, _ xml: inout MarkupWriter) {
        let number = heading.isNumbered ? numbers.next(level: heading.level) : ""
        paragraph("Heading\(heading.level)", &xml) { body, xml in
            body.bookmark(anchor: heading.anchor, &xml)
            body.write((number.isEmpty ? [] : [Run(number)]) + heading.runs, &xml)
        }
    }

    private mutating func write(_ paragraph: Paragraph, _ xml: inout MarkupWriter) {
        let style = paragraph.style == .body ? "BodyText" : "Flush"
        let alignment: String? =
            switch paragraph.style {
            case .body, .flush: nil
            case .centered: "center"
            case .right: "right"
            }
        let properties = { (xml: inout MarkupWriter) in
            if let alignment { xml.empty("w:jc", ["w:val": alignment]) }
        }
        self.paragraph(style, &xml, properties: properties) { body, xml in body.write(paragraph.runs, &xml) }
    }

    private mutating func write(_ list: [Reference], _ xml: inout MarkupWriter) {
        for reference in list {
            let number = index.references[reference.id] ?? 0
            // Room for three digits in brackets: a long paper has more than a hundred sources.
            let indent = String(paper.layout.noteSize.twips * 3)
            let properties = { (xml: inout MarkupWriter) in
                xml.empty("w:ind", ["w:left": indent, "w:hanging": indent])
            }
            paragraph("Reference", &xml, properties: properties) { body, xml in
                body.bookmark(Self.bookmarkName(reference: number), &xml)
                body.write([Run("[\(number)]\t")] + reference.runs, &xml)
            }
        }
    }

    private mutating func write(_ signature: Signature, _ xml: inout MarkupWriter) {
        let placed = signature.placed
        for (number, line) in placed.enumerated() {
            let half = paper.layout.bodySize.twips / 2
            let style = number == 0 ? "SignatureStart" : "Signature"
            let properties = { (xml: inout MarkupWriter) in
                // Where no seal needs room, one line is left (7.3.5.2).
                if number == 0, !signature.isSealed {
                    xml.empty("w:spacing", ["w:before": String(PageGeometry.linePitch)])
                }
                xml.empty("w:ind", ["w:rightChars": String(line.right * 50), "w:right": String(line.right * half)])
            }
            paragraph(style, &xml, properties: properties) { body, xml in body.write([Run(line.text)], &xml) }
        }
    }

    // MARK: Sections

    private mutating func endSection(_ xml: inout MarkupWriter) {
        xml.element("w:p") { xml in
            xml.element("w:pPr") { xml in
                xml.empty("w:pStyle", ["w:val": "Gap"])
                sectionProperties(&xml)
            }
        }
    }

    private mutating func sectionProperties(_ xml: inout MarkupWriter) {
        let page = geometry
        xml.element("w:sectPr") { xml in
            for margin in frame.margins {
                let id = relationships.id(frame.relationship(margin))
                xml.empty("w:\(margin.element)Reference", ["w:type": margin.pages, "r:id": id])
            }
            xml.empty("w:type", ["w:val": "nextPage"])
            let isLandscape = orientation == .landscape
            xml.empty(
                "w:pgSz",
                [
                    "w:w": String(page.pageWidth), "w:h": String(page.pageHeight),
                    "w:orient": isLandscape ? "landscape" : nil,
                ])
            xml.empty(
                "w:pgMar",
                [
                    "w:top": String(page.top), "w:right": String(page.right), "w:bottom": String(page.bottom),
                    "w:left": String(page.left), "w:header": String(frame.headerDistance ?? page.header),
                    "w:footer": String(frame.footerDistance ?? page.footer),
                    "w:gutter": "0",
                ])
            xml.empty("w:cols", ["w:space": "425"])
            if frame.letter != nil { xml.empty("w:titlePg") }
            xml.empty("w:docGrid", ["w:type": "lines", "w:linePitch": String(PageGeometry.linePitch)])
        }
    }
}
