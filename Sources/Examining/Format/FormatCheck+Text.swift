import Documents

/// Running text: face, size, colour, indents, lines a page, characters a line (5.2, 7.3.3).
extension FormatCheck {
    /// Paragraphs of running text, without headings that are a line of their own.
    private var running: [Int] {
        let lone = Set(parts.headings.filter { isHeadingAlone($0.index) }.map(\.index))
        return parts.body.filter { !lone.contains($0) }
    }

    /// Whether a heading stands alone: no sentence ends in it before its end.
    func isHeadingAlone(_ index: Int) -> Bool {
        let text = OfficialParts.trimmed(anatomy.paragraphs[index].text)
        let sentence = text.dropLast().contains { "。；！？".contains($0) }
        return !sentence && text.count <= 60
    }

    mutating func checkText() {
        let running = running
        for index in running { checkLetters(index) }
        measure(running)
        for index in parts.body { checkIndent(index) }
        checkTitle()
        checkAddressees()
    }

    private mutating func checkLetters(_ index: Int) {
        let paragraph = anatomy.paragraphs[index]
        let heading = parts.headings.first { $0.index == index }
        let runs = heading == nil ? paragraph.runs : Self.behindFirstSentence(paragraph.runs)
        var faces: Set<String> = []
        var sizes: Set<Int> = []
        for run in runs where run.text.contains(where: { Self.isChinese($0) }) {
            faces.insert(Self.face(run.look))
            sizes.insert(run.look.halfPoints)
        }
        for face in faces.sorted() where !rules.isFace(face, .body) {
            add(.bodyFace, at: place(index), found: face, wanted: "仿宋")
        }
        for size in sizes.sorted() where size != rules.bodySize * 2 {
            add(
                .bodySize, at: place(index), found: Self.points(halves: size),
                wanted: Self.points(halves: rules.bodySize * 2))
        }
        let colored = runs.first { run in
            run.text.contains { !$0.isWhitespace } && run.look.color.map { $0 != "000000" } ?? false
        }
        if let color = colored?.look.color { add(.colour, at: place(index), found: "#\(color)", wanted: "黑色") }
    }

    /// The runs behind the first 。: a heading may be followed by text in its paragraph.
    static func behindFirstSentence(_ runs: [DocxAnatomy.Run]) -> [DocxAnatomy.Run] {
        var rest: [DocxAnatomy.Run] = []
        var isBehind = false
        for run in runs {
            if isBehind {
                rest.append(run)
            } else if let end = run.text.firstIndex(of: "。") {
                isBehind = true
                let text = String(run.text[run.text.index(after: end)...])
                if !text.isEmpty { rest.append(.init(text: text, look: run.look)) }
            }
        }
        return rest
    }

    static func isChinese(_ character: Character) -> Bool {
        character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }

    /// Lines a page and characters a line, from the look of most of the text.
    private mutating func measure(_ running: [Int]) {
        var counts: [DocxAnatomy.Look: Int] = [:]
        var lines: [Int: Int] = [:]
        for index in running {
            let paragraph = anatomy.paragraphs[index]
            let section = self.section(of: paragraph)
            guard section.pageWidth <= section.pageHeight else { continue }
            for run in paragraph.runs { counts[run.look, default: 0] += run.text.count }
            if let pitch = Self.pitch(paragraph, in: section), pitch > 0 {
                lines[section.textHeight / pitch, default: 0] += paragraph.text.count
            }
        }
        guard let look = counts.max(by: { $0.value < $1.value })?.key else { return }
        measured.bodyFace = look.face
        measured.bodySize = Double(look.halfPoints) / 2
        let section = anatomy.sections.first { $0.pageWidth <= $0.pageHeight } ?? DocxAnatomy.Section()
        let characters = Self.characters(look, in: section)
        measured.charactersPerLine = characters
        if characters != rules.characters {
            add(
                .characters, at: "正文", found: "每行 \(characters) 字", wanted: "每行 \(rules.characters) 字，撑满版心")
        }
        guard let most = lines.max(by: { $0.value < $1.value })?.key else { return }
        measured.linesPerPage = most
        if most != rules.lines {
            add(.lines, at: "正文", found: "每面 \(most) 行", wanted: "每面 \(rules.lines) 行，撑满版心")
        }
    }

    func section(of paragraph: DocxAnatomy.Paragraph) -> DocxAnatomy.Section {
        anatomy.sections.indices.contains(paragraph.section)
            ? anatomy.sections[paragraph.section] : anatomy.sections.last ?? DocxAnatomy.Section()
    }

    /// Distance of lines in twips; nil where only the font tells.
    private static func pitch(_ paragraph: DocxAnatomy.Paragraph, in section: DocxAnatomy.Section) -> Int? {
        let stand = paragraph.stand
        if stand.lineRule == "exact" { return stand.line }
        guard section.grid != nil, stand.snapsToGrid, let grid = section.linePitch, grid > 0 else { return nil }
        if stand.lineRule == "atLeast" { return max(grid, stand.line) }
        return grid * stand.line / 240
    }

    private static func characters(_ look: DocxAnatomy.Look, in section: DocxAnatomy.Section) -> Int {
        var width = Double(look.halfPoints) / 2 + Double(look.spacing) / 20
        if section.grid == "linesAndChars" || section.grid == "snapToChars" {
            width += Double(section.characterSpace) / 4_096
        }
        // A twentieth of a point more is not seen: programs round widths.
        return width > 0 ? Int((Double(section.textWidth) / 20 + 0.05 * 28) / width) : 0
    }

    // MARK: Indents

    private mutating func checkIndent(_ index: Int) {
        let paragraph = anatomy.paragraphs[index]
        guard !paragraph.isCounted, let look = look(paragraph) else { return }
        let stand = paragraph.stand
        guard !["center", "right", "end"].contains(stand.alignment) else { return }
        let letter = look.halfPoints * 10
        let first = Self.distance(stand.firstLine, stand.firstLineCharacters, letter: letter)
        let left = Self.distance(stand.left, stand.leftCharacters, letter: letter)
        let blanks = paragraph.text.prefix(while: \.isWhitespace)
        let typed = blanks.reduce(0.0) { $0 + ($1 == "\u{3000}" ? 1 : 0.5) }
        let total = first + left + typed
        if abs(total - 2) > 0.35 {
            add(.indent, at: place(index), found: "首行左空 \(Self.one(total)) 字", wanted: "每个自然段左空二字")
        } else if abs(left) > 0.35 {
            add(.indent, at: place(index), found: "回行左空 \(Self.one(left)) 字", wanted: "回行顶格")
        }
    }

    // MARK: Title and addressees

    private mutating func checkTitle() {
        guard let first = parts.title.first else {
            return add(.title, at: "文首", found: "没有居中的标题", wanted: "标题居中，用二号小标宋体")
        }
        for index in parts.title {
            guard let look = look(anatomy.paragraphs[index]) else { continue }
            if !rules.isFace(Self.face(look), .title) {
                add(.title, at: place(index), found: Self.face(look), wanted: "小标宋")
            }
            if look.halfPoints != rules.titleSize * 2 {
                add(
                    .title, at: place(index), found: Self.points(look),
                    wanted: Self.points(halves: rules.titleSize * 2))
            }
        }
        let text = parts.title.map { OfficialParts.trimmed(anatomy.paragraphs[$0].text) }.joined()
        if let last = text.last, "。，；：".contains(last) {
            add(.title, at: place(first), found: "标题末尾有“\(last)”", wanted: "标题末尾不用标点")
        }
    }

    private mutating func checkAddressees() {
        guard let index = parts.addressees else { return }
        let paragraph = anatomy.paragraphs[index]
        let text = OfficialParts.trimmed(paragraph.text)
        if text.hasSuffix(":") {
            add(.addressees, at: place(index), found: "半角冒号", wanted: "最后一个机关名称后用全角冒号")
        }
        guard let look = look(paragraph) else { return }
        let letter = look.halfPoints * 10
        let first =
            Self.distance(paragraph.stand.firstLine, paragraph.stand.firstLineCharacters, letter: letter)
            + Self.distance(paragraph.stand.left, paragraph.stand.leftCharacters, letter: letter)
        if abs(first) > 0.35 || paragraph.text.first?.isWhitespace == true {
            add(.addressees, at: place(index), found: "左侧留空", wanted: "居左顶格")
        }
        if !rules.isFace(Self.face(look), .body) {
            add(.addressees, at: place(index), found: Self.face(look), wanted: "仿宋")
        }
        if look.halfPoints != rules.bodySize * 2 {
            add(
                .addressees, at: place(index), found: Self.points(look),
                wanted: Self.points(halves: rules.bodySize * 2))
        }
    }
}
