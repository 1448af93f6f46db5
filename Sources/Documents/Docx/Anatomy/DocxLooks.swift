/// The styles of a file, by which the looks of a paragraph follow (ISO/IEC 29500-1, 17.7).
struct DocxLooks {
    private struct Style {
        var parent: String?
        var paragraph: XMLElementTree?
        var run: XMLElementTree?
    }

    private var styles: [String: Style] = [:]
    private var defaultParagraph: String?
    private var baseParagraph: XMLElementTree?
    private var baseRun: XMLElementTree?
    private let theme: DocxTheme

    /// - Parameter root: of styles.xml; nil where the file has none.
    init(_ root: XMLElementTree?, theme: DocxTheme) {
        self.theme = theme
        guard let root else { return }
        let defaults = root.first("w:docDefaults")
        baseParagraph = defaults?.first("w:pPrDefault")?.first("w:pPr")
        baseRun = defaults?.first("w:rPrDefault")?.first("w:rPr")
        for element in root.all("w:style") {
            guard let id = element["w:styleId"] else { continue }
            styles[id] = Style(
                parent: element.first("w:basedOn")?["w:val"], paragraph: element.first("w:pPr"),
                run: element.first("w:rPr"))
            if element["w:type"] == "paragraph", ["1", "true"].contains(element["w:default"] ?? "") {
                defaultParagraph = id
            }
        }
    }

    /// A style and those it is based on, the most general first; a circle is cut.
    private func chain(_ id: String?) -> [Style] {
        var chain: [Style] = []
        var seen: Set<String> = []
        var next = id
        while let id = next, let style = styles[id], seen.insert(id).inserted {
            chain.insert(style, at: 0)
            next = style.parent
        }
        return chain
    }

    /// How a paragraph stands, from its own properties and its style.
    func stand(_ own: XMLElementTree?) -> DocxAnatomy.Stand {
        let style = own?.first("w:pStyle")?["w:val"] ?? defaultParagraph
        var stand = DocxAnatomy.Stand()
        for properties in [baseParagraph] + chain(style).map(\.paragraph) + [own] {
            if let properties { Self.apply(properties, to: &stand) }
        }
        return stand
    }

    /// How a run looks in a paragraph.
    func look(_ own: XMLElementTree?, in paragraph: XMLElementTree?) -> DocxAnatomy.Look {
        let style = paragraph?.first("w:pStyle")?["w:val"] ?? defaultParagraph
        var look = DocxAnatomy.Look()
        let character = chain(own?.first("w:rStyle")?["w:val"]).map(\.run)
        for properties in [baseRun] + chain(style).map(\.run) + character + [own] {
            if let properties { apply(properties, to: &look) }
        }
        return look
    }

    /// Whether Word counts the paragraph, by its own properties or its style.
    func isCounted(_ own: XMLElementTree?) -> Bool {
        let style = own?.first("w:pStyle")?["w:val"] ?? defaultParagraph
        let numbers = (chain(style).map(\.paragraph) + [own]).compactMap {
            $0?.first("w:numPr")?.first("w:numId")?["w:val"]
        }
        return numbers.last.map { $0 != "0" } ?? false
    }

    private static func apply(_ properties: XMLElementTree, to stand: inout DocxAnatomy.Stand) {
        for element in properties.children {
            switch element.name {
            case "w:jc": stand.alignment = element["w:val"] ?? stand.alignment
            case "w:ind": apply(indents: element, to: &stand)
            case "w:spacing":
                stand.before = element.integer("w:before") ?? stand.before
                stand.after = element.integer("w:after") ?? stand.after
                stand.line = element.integer("w:line") ?? stand.line
                if element["w:line"] != nil { stand.lineRule = element["w:lineRule"] ?? "auto" }
            case "w:snapToGrid": stand.snapsToGrid = properties.flag("w:snapToGrid") ?? true
            case "w:outlineLvl": stand.outline = element.integer("w:val").flatMap { $0 < 9 ? $0 : nil }
            case "w:pBdr":
                for side in element.children where !["nil", "none"].contains(side["w:val"] ?? "none") {
                    let name = side.name.split(separator: ":").last.map(String.init) ?? side.name
                    stand.rules[name] = side["w:color"] ?? "auto"
                }
            default: break
            }
        }
    }

    private static func apply(indents element: XMLElementTree, to stand: inout DocxAnatomy.Stand) {
        stand.left = element.integer("w:left") ?? element.integer("w:start") ?? stand.left
        stand.right = element.integer("w:right") ?? element.integer("w:end") ?? stand.right
        stand.leftCharacters =
            element.integer("w:leftChars") ?? element.integer("w:startChars") ?? stand.leftCharacters
        stand.rightCharacters =
            element.integer("w:rightChars") ?? element.integer("w:endChars") ?? stand.rightCharacters
        if let hanging = element.integer("w:hanging") {
            stand.firstLine = -hanging
            stand.firstLineCharacters = nil
        } else if let first = element.integer("w:firstLine") {
            stand.firstLine = first
            stand.firstLineCharacters = nil
        }
        if let hanging = element.integer("w:hangingChars"), hanging != 0 {
            stand.firstLineCharacters = -hanging
        } else if let first = element.integer("w:firstLineChars") {
            stand.firstLineCharacters = first
        }
    }

    private func apply(_ properties: XMLElementTree, to look: inout DocxAnatomy.Look) {
        for element in properties.children {
            switch element.name {
            case "w:rFonts":
                look.face =
                    theme.font(element["w:eastAsiaTheme"]) ?? element["w:eastAsia"] ?? look.face
                look.latin = theme.font(element["w:asciiTheme"]) ?? element["w:ascii"] ?? look.latin
            case "w:sz": look.halfPoints = element.integer("w:val") ?? look.halfPoints
            case "w:b": look.isBold = properties.flag("w:b") ?? false
            case "w:color":
                let value = element["w:val"] ?? "auto"
                look.color = value == "auto" ? nil : value.uppercased()
            case "w:spacing": look.spacing = element.integer("w:val") ?? look.spacing
            default: break
            }
        }
    }
}
