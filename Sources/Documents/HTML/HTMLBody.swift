/// The blocks of a paper as HTML, one after the other.
struct HTMLBody {
    let settings: HTMLRenderer
    let index: PaperIndex
    private var numbers = HeadingNumbers()
    private var pictures = 0

    init(settings: HTMLRenderer, index: PaperIndex) {
        self.settings = settings
        self.index = index
    }

    mutating func write(_ block: Block, _ html: inout MarkupWriter) throws {
        switch block {
        case .masthead(let masthead): write(masthead, &html)
        case .title(let lines): write(title: lines, &html)
        case .heading(let heading): write(heading, &html)
        case .paragraph(let paragraph): write(paragraph, &html)
        case .table(let table): try write(table, &html)
        case .note(let runs): html.element("p", ["class": "paper-note"]) { write(runs, &$0) }
        case .picture(let picture): try write(picture, &html)
        case .references(let list): write(list, &html)
        case .signature(let signature): write(signature, &html)
        case .pageBreak: html.empty("hr", ["class": "paper-page-break"])
        // The web has no pages to turn; wide tables scroll.
        case .section: break
        case .officialHead(let head): write(head, &html)
        case .appendixList(let names): write(appendices: names, &html)
        case .appendix(let appendix): write(appendix, &html)
        case .attendance(let attendance): write(attendance, &html)
        case .colophon(let colophon): write(colophon, &html)
        }
    }

    func heading(_ depth: Int) -> String { "h\(min(6, max(1, settings.titleLevel + depth)))" }

    private func write(_ masthead: Masthead, _ html: inout MarkupWriter) {
        html.element("header", ["class": "paper-masthead"]) { html in
            html.element("p", ["class": "paper-issuer"], text: masthead.issuer)
            if let number = masthead.number { html.element("p", ["class": "paper-number"], text: number) }
        }
    }

    private func write(title lines: [String], _ html: inout MarkupWriter) {
        html.element(heading(0), ["class": "paper-title"]) { html in
            for (number, line) in lines.enumerated() {
                if number > 0 { html.empty("br") }
                html.append(line)
            }
        }
    }

    private mutating func write(_ heading: Heading, _ html: inout MarkupWriter) {
        let number = heading.isNumbered ? numbers.next(level: heading.level) : ""
        html.element(self.heading(heading.level), ["id": heading.anchor.map(settings.id)]) { html in
            html.append(number)
            write(heading.runs, &html)
        }
    }

    private func write(_ paragraph: Paragraph, _ html: inout MarkupWriter) {
        let name: String? =
            switch paragraph.style {
            case .body: nil
            case .flush: "paper-flush"
            case .centered: "align-center"
            case .right: "align-right"
            }
        html.element("p", ["class": name]) { write(paragraph.runs, &$0) }
    }

    private func write(_ signature: Signature, _ html: inout MarkupWriter) {
        html.element("footer", ["class": "paper-signature"]) { html in
            for line in signature.lines { html.element("p", text: line) }
            if let date = signature.date { html.element("p", ["class": "paper-date"], text: date) }
        }
    }

    private func write(_ list: [Reference], _ html: inout MarkupWriter) {
        let first = list.first.flatMap { index.references[$0.id] } ?? 1
        html.element("ol", ["class": "paper-references", "start": first == 1 ? nil : String(first)]) { html in
            for reference in list {
                html.element("li", ["id": referenceID(index.references[reference.id] ?? 0)]) { html in
                    write(reference.runs, &html)
                }
            }
        }
    }

    private mutating func write(_ picture: Picture, _ html: inout MarkupWriter) throws {
        try html.element("figure", ["class": "paper-picture", "id": picture.anchor.map(settings.id)]) { html throws in
            switch picture.content {
            case .drawing(let drawing): html.append(drawing)
            case .png(let bytes):
                pictures += 1
                let size = try PNGSize(bytes)
                let address = settings.imageAddress?(pictures) ?? HTMLRenderer.dataAddress(png: bytes)
                html.empty(
                    "img",
                    [
                        "src": address, "alt": picture.alternative, "width": String(size.width),
                        "height": String(size.height),
                    ])
            }
            if !picture.caption.isEmpty { html.element("figcaption") { write(picture.caption, &$0) } }
        }
    }

    private func write(_ table: Table, _ html: inout MarkupWriter) throws {
        let count = table.columns.count
        let head = try TableGrid(table.header, columns: count)
        let rows = try TableGrid(table.rows, columns: count)
        let label = table.caption.map(index.text).joined()
        // Wide tables scroll inside the region; a region that scrolls must be reachable by keyboard.
        html.element(
            "div",
            [
                "class": "paper-table", "id": table.anchor.map(settings.id), "role": "region", "tabindex": "0",
                "aria-label": label.isEmpty ? "表格" : label,
            ]
        ) { html in
            html.element("table") { html in
                if !table.caption.isEmpty { html.element("caption") { write(table.caption, &$0) } }
                if !head.rows.isEmpty {
                    html.element("thead") { html in
                        for row in head.rows { write(row, of: table, isHead: true, &html) }
                    }
                }
                html.element("tbody") { html in
                    for row in rows.rows { write(row, of: table, isHead: false, &html) }
                }
            }
        }
        if !table.note.isEmpty { html.element("p", ["class": "paper-note"]) { write(table.note, &$0) } }
    }

    private func write(_ row: [TableGrid.Slot], of table: Table, isHead: Bool, _ html: inout MarkupWriter) {
        html.element("tr") { html in
            for slot in row where !slot.isContinued {
                let cell = slot.cell
                let alignment = cell.alignment ?? (isHead ? .center : table.columns[slot.column].alignment)
                let tone = cell.tone.map { " tone-" + $0.name } ?? ""
                let scope: String? =
                    isHead ? (cell.columns > 1 ? "colgroup" : "col") : (cell.isRowHeader ? "row" : nil)
                html.element(
                    isHead || cell.isRowHeader ? "th" : "td",
                    [
                        "class": "align-" + alignment.rawValue + tone, "scope": scope,
                        "colspan": cell.columns > 1 ? String(cell.columns) : nil,
                        "rowspan": cell.rows > 1 ? String(cell.rows) : nil,
                    ]
                ) { write(cell.runs, &$0) }
            }
        }
    }

    private func referenceID(_ number: Int) -> String { settings.id("reference-\(number)") }

    // MARK: Runs

    private func write(_ runs: [Run], _ html: inout MarkupWriter) {
        for run in runs { write(run, &html) }
    }

    private func write(_ run: Run, _ html: inout MarkupWriter) {
        if let id = run.reference, let number = index.references[id] {
            html.element("sup", ["class": "paper-mark"]) { html in
                html.element("a", ["href": "#" + referenceID(number)], text: index.text(of: run))
            }
            return
        }
        switch run.link {
        case .anchor(let anchor):
            html.element("a", ["href": "#" + settings.id(anchor)]) { look(run, &$0) }
        case .url(let address):
            guard let followable = Link.followable(address) else { return look(run, &html) }
            let isOutside = followable.lowercased().hasPrefix("http")
            html.element("a", ["href": followable, "rel": isOutside ? "noreferrer" : nil]) { look(run, &$0) }
        case nil:
            look(run, &html)
        }
    }

    private func look(_ run: Run, _ html: inout MarkupWriter) {
        var names: [(name: String, class: String?)] = []
        if let tone = run.tone { names.append(("span", "tone-" + tone.name)) }
        if run.isBold { names.append(("strong", nil)) }
        if run.position != .baseline { names.append((run.position == .superscript ? "sup" : "sub", nil)) }
        nest(names[...], run.text, &html)
    }

    private func nest(_ names: ArraySlice<(name: String, class: String?)>, _ text: String, _ html: inout MarkupWriter) {
        guard let outer = names.first else {
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for (number, line) in lines.enumerated() {
                if number > 0 { html.empty("br") }
                html.append(String(line))
            }
            return
        }
        html.element(outer.name, ["class": outer.class]) { nest(names.dropFirst(), text, &$0) }
    }
}
