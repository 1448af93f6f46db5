import Documents

/// 结构层次序数 and the faces of headings (7.3.3).
extension FormatCheck {
    private static let faces: [Int: FormatRules.Face] = [1: .heading, 2: .subheading, 3: .body, 4: .body]
    private static let forms = [1: "一、", 2: "（一）", 3: "1.", 4: "（1）"]

    mutating func checkHeadings() {
        var counts = [0, 0, 0, 0]
        for (index, level) in parts.headings {
            checkForm(index, level)
            checkFace(index, level)
            checkOrder(index, level, &counts)
        }
        for index in parts.body where anatomy.paragraphs[index].isCounted {
            let outline = anatomy.paragraphs[index].stand.outline
            guard outline != nil else { continue }
            add(
                .headingNumber, at: place(index), found: "序数由自动编号生成，文中没有",
                wanted: "按“一、”“（一）”“1.”“（1）”写出序数；无法测定")
        }
    }

    private mutating func checkForm(_ index: Int, _ level: Int) {
        let text = OfficialParts.trimmed(anatomy.paragraphs[index].text)
        let number = String(text.prefix(while: { Self.isOfNumber($0) }))
        let behind = text.dropFirst(number.count).first
        switch level {
        case 1 where !number.hasSuffix("、"):
            add(.headingNumber, at: place(index), found: "“\(number)”", wanted: "序数后用顿号，如“一、”")
        case 2, 4:
            if number.contains("(") || number.contains(")") {
                add(
                    .headingNumber, at: place(index), found: "半角括号“\(number)”",
                    wanted: "全角括号，如“\(Self.forms[level] ?? "")”")
            }
            if number.hasSuffix("、") || behind == "、" || behind == "." {
                add(.headingNumber, at: place(index), found: "“\(number)”后有标点", wanted: "括号后不加标点")
            }
        case 3 where number.hasSuffix("、") || number.hasSuffix("，"):
            add(.headingNumber, at: place(index), found: "“\(number)”", wanted: "阿拉伯数字后用下圆点，如“1.”")
        default: break
        }
    }

    private static func isOfNumber(_ character: Character) -> Bool {
        character.isNumber && character.isASCII || "一二三四五六七八九十百（）()、.．，,".contains(character)
    }

    /// The face of the heading's own words, up to the first 。 where text follows in the paragraph.
    private mutating func checkFace(_ index: Int, _ level: Int) {
        // Items of a list in running text are no headings: (1) and 1. have the face of the text anyway.
        guard let wanted = Self.faces[level] else { return }
        let runs = anatomy.paragraphs[index].runs
        let own = runs.prefix { !$0.text.contains("。") } + (runs.first { $0.text.contains("。") }.map { [$0] } ?? [])
        var fonts: [String: Int] = [:]
        for run in own {
            let letters = run.text.prefix(while: { $0 != "。" }).filter(Self.isChinese).count
            if letters > 0 { fonts[Self.face(run.look), default: 0] += letters }
        }
        guard let font = fonts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return }
        // A paragraph that begins with a number of the second level and runs on is set whole in the face of the text.
        if !rules.isFace(font, wanted) {
            add(.headingFace, at: place(index), found: "第\(Self.ordinal(level))层用\(font)", wanted: wanted.rawValue)
        }
        let sizes = Set(own.filter { $0.text.contains(where: Self.isChinese) }.map(\.look.halfPoints))
        for size in sizes.sorted() where size != rules.bodySize * 2 {
            add(
                .headingFace, at: place(index), found: "第\(Self.ordinal(level))层用\(Self.points(halves: size))",
                wanted: Self.points(halves: rules.bodySize * 2))
        }
        if own.contains(where: { $0.look.isBold && $0.text.contains(where: Self.isChinese) }) {
            add(.headingWeight, at: place(index), found: "第\(Self.ordinal(level))层加粗", wanted: "标准没有要求加粗")
        }
    }

    private static func ordinal(_ level: Int) -> String { ["一", "二", "三", "四"][level - 1] }

    /// Numbers run on from one, and begin anew below each heading of a higher level.
    private mutating func checkOrder(_ index: Int, _ level: Int, _ counts: inout [Int]) {
        let text = OfficialParts.trimmed(anatomy.paragraphs[index].text)
        let digits = text.drop(while: { "（(".contains($0) }).prefix {
            $0.isNumber && $0.isASCII || "一二三四五六七八九十百".contains($0)
        }
        guard let number = Int(digits) ?? Self.chinese(String(digits)) else { return }
        let expected = counts[level - 1] + 1
        if number != expected, number != 1 || counts[level - 1] == 0 || level <= 2 {
            add(
                .headingOrder, at: place(index), found: "第\(Self.ordinal(level))层序数 \(number)",
                wanted: "此处应为 \(expected)")
        }
        counts[level - 1] = number
        for deeper in level..<4 where deeper < 4 { counts[deeper] = 0 }
    }

    /// 一 to 九十九.
    static func chinese(_ text: String) -> Int? {
        let digits: [Character: Int] = [
            "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        ]
        var total = 0
        var digit = 0
        for character in text {
            if character == "十" {
                total += (digit == 0 ? 1 : digit) * 10
                digit = 0
            } else {
                guard let value = digits[character], digit == 0 else { return nil }
                digit = value
            }
        }
        return total + digit > 0 ? total + digit : nil
    }
}
