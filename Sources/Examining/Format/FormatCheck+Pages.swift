import Documents

/// Paper, margins, text area, grid and page numbers (chapters 5 and 7.5).
extension FormatCheck {
    mutating func checkPages() {
        let page = rules.page
        let tolerance = Double(page.tolerance)
        for (index, section) in anatomy.sections.enumerated() {
            let place = anatomy.sections.count == 1 ? "全文" : "第 \(index + 1) 节"
            let isTurned = section.pageWidth > section.pageHeight
            let width = Self.millimetres(isTurned ? section.pageHeight : section.pageWidth)
            let height = Self.millimetres(isTurned ? section.pageWidth : section.pageHeight)
            if abs(width - Double(page.width)) > 1 || abs(height - Double(page.height)) > 1 {
                add(
                    .paper, at: place, found: "\(width) mm × \(height) mm",
                    wanted: "A4，\(page.width) mm × \(page.height) mm")
            }
            // Turned, the upper edge of the text lies at the left.
            let top = Self.millimetres(isTurned ? section.left + section.gutter : section.top)
            let binding = Self.millimetres(isTurned ? section.top : section.left + section.gutter)
            if abs(top - Double(page.top)) > tolerance {
                add(.margins, at: place, found: "天头 \(top) mm", wanted: "\(page.top) mm ± \(page.tolerance) mm")
            }
            if abs(binding - Double(page.binding)) > tolerance {
                add(.margins, at: place, found: "订口 \(binding) mm", wanted: "\(page.binding) mm ± \(page.tolerance) mm")
            }
            let textWidth = Self.millimetres(isTurned ? section.textHeight : section.textWidth)
            let textHeight = Self.millimetres(isTurned ? section.textWidth : section.textHeight)
            if abs(textWidth - Double(page.textWidth)) > tolerance
                || abs(textHeight - Double(page.textHeight)) > tolerance
            {
                add(
                    .textArea, at: place, found: "\(textWidth) mm × \(textHeight) mm",
                    wanted: "\(page.textWidth) mm × \(page.textHeight) mm")
            }
        }
    }

    // MARK: Page numbers

    mutating func checkPageNumbers() {
        let section = anatomy.sections.first ?? DocxAnatomy.Section()
        let odd = numberLine(section.margins["footer.default"])
        guard let odd else {
            return add(.pageNumber, at: "页脚", found: "没有页码", wanted: "版心下边缘之下编排页码，首页不编页码的信函除外")
        }
        checkNumber(odd, at: "页脚（单页）", side: "right")
        if !anatomy.hasEvenPages {
            add(.pageNumber, at: "页脚", found: "单双页页码位置相同", wanted: "单页码居右空一字，双页码居左空一字")
        } else if let even = numberLine(section.margins["footer.even"]) {
            checkNumber(even, at: "页脚（双页）", side: "left")
        } else {
            add(.pageNumber, at: "页脚（双页）", found: "没有页码", wanted: "双页码居左空一字")
        }
        if parts.form == .letter, section.hasFirstPage, numberLine(section.margins["footer.first"]) != nil {
            add(.letter, at: "首页页脚", found: "首页有页码", wanted: "信函首页不显示页码")
        }
    }

    private func numberLine(_ part: String?) -> DocxAnatomy.Paragraph? {
        part.flatMap { anatomy.margins[$0] }?.first { paragraph in
            paragraph.fields.contains { field in
                field.uppercased().split(whereSeparator: \.isWhitespace).first == "PAGE"
            }
        }
    }

    private mutating func checkNumber(_ paragraph: DocxAnatomy.Paragraph, at place: String, side: String) {
        let text = paragraph.text.filter { !$0.isWhitespace }
        let marks = text.filter { !$0.isNumber }
        if marks != "——" || text.first != "—" || text.last != "—" {
            let found = text.isEmpty ? "页码左右没有一字线" : "“\(text)”"
            add(.pageNumber, at: place, found: found, wanted: "数字左右各一条一字线，如 — 1 —")
        }
        let alignment = ["end": "right", "start": "left", "both": "left"][paragraph.stand.alignment]
        if (alignment ?? paragraph.stand.alignment) != side {
            let names = ["left": "居左", "right": "居右", "center": "居中"]
            let found = names[alignment ?? paragraph.stand.alignment] ?? paragraph.stand.alignment
            add(.pageNumber, at: place, found: found, wanted: side == "right" ? "居右空一字" : "居左空一字")
        } else if let look = look(paragraph) {
            let letter = look.halfPoints * 10
            let right = Self.distance(paragraph.stand.right, paragraph.stand.rightCharacters, letter: letter)
            let left = Self.distance(paragraph.stand.left, paragraph.stand.leftCharacters, letter: letter)
            let empty = side == "right" ? right : left
            if abs(empty - 1) > 0.3 {
                add(
                    .pageNumber, at: place, found: "空 \(Self.one(empty)) 字",
                    wanted: side == "right" ? "居右空一字" : "居左空一字")
            }
        }
        guard let look = look(paragraph) else { return }
        if look.halfPoints != rules.pageNumberSize * 2 {
            add(
                .pageNumber, at: place, found: Self.points(look),
                wanted: Self.points(halves: rules.pageNumberSize * 2))
        }
        let font = look.latin ?? look.face
        if let font, !rules.isFace(font, .number) {
            add(.pageNumber, at: place, found: font, wanted: "半角宋体")
        }
    }

    /// An indent in characters: hundredths of a character go before twips.
    static func distance(_ twips: Int, _ hundredths: Int?, letter: Int) -> Double {
        if let hundredths, hundredths != 0 { return Double(hundredths) / 100 }
        return letter > 0 ? Double(twips) / Double(letter) : 0
    }

    /// A number with one decimal.
    static func one(_ number: Double) -> String { String((number * 10).rounded() / 10) }
}
