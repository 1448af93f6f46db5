/// Goes through a body, header or footer and collects paragraphs and sections in their order.
struct DocxWalk {
    let looks: DocxLooks
    /// Parts by relationship id.
    let targets: [String: String]
    private(set) var paragraphs: [DocxAnatomy.Paragraph] = []
    private(set) var sections: [DocxAnatomy.Section] = []
    /// Tables round the place, and whether one of them draws rules.
    private var tables: [Bool] = []
    private var boxes: [XMLElementTree] = []

    init(looks: DocxLooks, targets: [String: String]) {
        self.looks = looks
        self.targets = targets
    }

    mutating func walk(_ container: XMLElementTree) {
        for element in container.children {
            switch element.name {
            case "w:p": add(element)
            case "w:tbl":
                tables.append(Self.isRuled(element))
                walk(element)
                tables.removeLast()
            case "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:smartTag", "w:customXml":
                walk(element)
            case "w:sectPr": end(section: element)
            default: break
            }
        }
    }

    private static func isRuled(_ table: XMLElementTree) -> Bool {
        let borders = table.first("w:tblPr")?.first("w:tblBorders")
        let cells = table.all("w:tr").flatMap { $0.all("w:tc") }.compactMap {
            $0.first("w:tcPr")?.first("w:tcBorders")
        }
        let isStyled = table.first("w:tblPr")?.first("w:tblStyle") != nil
        let sides = ([borders].compactMap { $0 } + cells).flatMap(\.children)
        return isStyled || sides.contains { !["nil", "none"].contains($0["w:val"] ?? "none") }
    }

    private mutating func add(_ element: XMLElementTree) {
        let properties = element.first("w:pPr")
        var paragraph = DocxAnatomy.Paragraph()
        paragraph.stand = looks.stand(properties)
        paragraph.isCounted = looks.isCounted(properties)
        paragraph.isInTable = !tables.isEmpty
        paragraph.isRuled = tables.contains(true)
        paragraph.startsPage = properties?.flag("w:pageBreakBefore") ?? false
        paragraph.section = sections.count
        boxes = []
        collect(element, properties, into: &paragraph)
        paragraphs.append(paragraph)
        // Text boxes hang on a paragraph: some programs put page numbers into them.
        for box in boxes { walk(box) }
        if let section = properties?.first("w:sectPr") { end(section: section) }
    }

    /// Runs, also those inside links, fields and insertions; what was deleted is not there.
    private mutating func collect(
        _ container: XMLElementTree, _ properties: XMLElementTree?, into paragraph: inout DocxAnatomy.Paragraph
    ) {
        for element in container.children {
            switch element.name {
            case "w:r":
                let look = looks.look(element.first("w:rPr"), in: properties)
                let text = text(of: element, into: &paragraph)
                if !text.isEmpty { paragraph.runs.append(.init(text: text, look: look)) }
            case "w:fldSimple":
                if let field = element["w:instr"] { paragraph.fields.append(field) }
                collect(element, properties, into: &paragraph)
            case "w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:sdt", "w:sdtContent", "w:customXml":
                collect(element, properties, into: &paragraph)
            default: break
            }
        }
    }

    private mutating func text(of run: XMLElementTree, into paragraph: inout DocxAnatomy.Paragraph) -> String {
        var text = ""
        for element in run.children {
            switch element.name {
            case "w:t": text += element.text
            case "w:tab": text += "\t"
            case "w:br", "w:cr":
                if element["w:type"] == "page" { paragraph.startsPage = true } else { text += "\n" }
            case "w:noBreakHyphen": text += "-"
            case "w:instrText": paragraph.fields.append(element.text)
            case "w:drawing", "w:pict", "w:object", "mc:AlternateContent":
                paragraph.hasDrawing = true
                boxes += Self.textBoxes(in: element)
            default: break
            }
        }
        return text
    }

    /// The texts of boxes below an element, each told once: a fallback repeats what stands before it.
    private static func textBoxes(in element: XMLElementTree) -> [XMLElementTree] {
        if element.name == "w:txbxContent" { return [element] }
        return element.children.filter { $0.name != "mc:Fallback" }.flatMap(textBoxes)
    }

    private mutating func end(section element: XMLElementTree) {
        // A section takes the headers and footers of the one before where it names none (17.10.1).
        var section = DocxAnatomy.Section()
        section.margins = sections.last?.margins ?? [:]
        if let size = element.first("w:pgSz") {
            section.pageWidth = size.integer("w:w") ?? section.pageWidth
            section.pageHeight = size.integer("w:h") ?? section.pageHeight
        }
        if let margin = element.first("w:pgMar") {
            section.top = abs(margin.integer("w:top") ?? section.top)
            section.bottom = abs(margin.integer("w:bottom") ?? section.bottom)
            section.left = margin.integer("w:left") ?? section.left
            section.right = margin.integer("w:right") ?? section.right
            section.gutter = margin.integer("w:gutter") ?? 0
        }
        if let grid = element.first("w:docGrid") {
            section.grid = grid["w:type"].flatMap { $0 == "default" ? nil : $0 }
            section.linePitch = grid.integer("w:linePitch")
            section.characterSpace = grid.integer("w:charSpace") ?? 0
        }
        section.hasFirstPage = element.flag("w:titlePg") ?? false
        for reference in element.children {
            guard let id = reference["r:id"], let target = targets[id] else { continue }
            let pages = reference["w:type"] ?? "default"
            switch reference.name {
            case "w:headerReference": section.margins["header.\(pages)"] = target
            case "w:footerReference": section.margins["footer.\(pages)"] = target
            default: break
            }
        }
        sections.append(section)
    }
}
