import Documents

/// What the paragraphs of a document are, told by where they stand, how they look and what they say.
struct OfficialParts {
    enum Form {
        case document, letter, minutes, bare

        var name: String {
            switch self {
            case .document: "普通"
            case .letter: "信函"
            case .minutes: "纪要"
            case .bare: "无版头"
            }
        }
    }

    private(set) var form = Form.bare
    /// Indices of paragraphs.
    private(set) var issuers: [Int] = []
    private(set) var number: Int?
    private(set) var signers: [Int] = []
    private(set) var title: [Int] = []
    private(set) var addressees: Int?
    /// Running text and headings, between title and end.
    private(set) var body: [Int] = []
    private(set) var headings: [(index: Int, level: Int)] = []
    private(set) var appendixList: [Int] = []
    private(set) var date: Int?
    private(set) var signature: Int?
    private(set) var remark: Int?
    private(set) var appendices: [Int] = []
    private(set) var copies: Int?
    private(set) var printing: Int?

    init(_ anatomy: DocxAnatomy) {
        let paragraphs = anatomy.paragraphs
        let texts = paragraphs.map { Self.trimmed($0.text) }
        findHead(anatomy, texts)
        let headEnd = (issuers + signers + [number].compactMap { $0 }).max()
        findTitle(paragraphs, texts, after: headEnd)
        findColophon(texts)
        findEnd(paragraphs, texts)
        findBody(paragraphs, texts)
    }

    static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    static func isRed(_ color: String?) -> Bool {
        guard let color, color.count == 6, let value = Int(color, radix: 16) else { return false }
        return value >> 16 >= 0xB0 && (value >> 8) & 0xFF < 0x50 && value & 0xFF < 0x50
    }

    /// The size of the largest letters of a paragraph, in half points.
    static func size(_ paragraph: DocxAnatomy.Paragraph) -> Int { paragraph.runs.map(\.look.halfPoints).max() ?? 0 }

    private mutating func findHead(_ anatomy: DocxAnatomy, _ texts: [String]) {
        let paragraphs = anatomy.paragraphs
        let first = paragraphs.indices.prefix(40)
        issuers = first.filter { index in
            !texts[index].isEmpty && Self.size(paragraphs[index]) >= 40
                && paragraphs[index].runs.contains { Self.isRed($0.look.color) }
        }
        let header = anatomy.sections.first.flatMap { $0.margins["header.first"] ?? $0.margins["header.default"] }
        let isAbove = (header.flatMap { anatomy.margins[$0] } ?? []).contains { paragraph in
            Self.size(paragraph) >= 40 && paragraph.runs.contains { Self.isRed($0.look.color) }
        }
        if isAbove {
            form = .letter
        } else if !issuers.isEmpty {
            form = texts[issuers[0]].hasSuffix("纪要") ? .minutes : .document
        }
        let candidates = first.prefix { index in index < 25 }
        number = candidates.first { Self.isNumberLine(texts[$0]) }
        signers = candidates.filter { texts[$0].contains("签发人") }
    }

    /// Whether a line is a document number, in whatever form: a code, a year in brackets, a number.
    static func isNumberLine(_ text: String) -> Bool {
        guard text.count <= 60, text.contains("号"), !text.contains("。") else { return false }
        return text.unicodeScalars.indices.contains { index in
            let scalars = text.unicodeScalars
            guard "〔[［(（【﹝".unicodeScalars.contains(scalars[index]) else { return false }
            let rest = scalars[scalars.index(after: index)...].prefix(5)
            return rest.prefix(4).allSatisfy { (48...57).contains($0.value) } && rest.count == 5
                && "〕]］)）】﹞".unicodeScalars.contains(rest[rest.index(rest.startIndex, offsetBy: 4)])
        }
    }

    private mutating func findTitle(_ paragraphs: [DocxAnatomy.Paragraph], _ texts: [String], after head: Int?) {
        let begin = (head ?? -1) + 1
        var taken: [Int] = []
        for index in paragraphs.indices where index >= begin && index < begin + 15 {
            if texts[index].isEmpty {
                if taken.isEmpty { continue } else { break }
            }
            let paragraph = paragraphs[index]
            let isTitle = paragraph.stand.alignment == "center" && !Self.isNumberLine(texts[index])
            if isTitle, !paragraph.isInTable {
                taken.append(index)
            } else if !taken.isEmpty || Self.level(texts[index]) != nil || texts[index].count > 40 {
                break
            }
        }
        title = taken
    }

    private mutating func findColophon(_ texts: [String]) {
        copies = texts.lastIndex { $0.hasPrefix("抄送") }
        printing = texts.lastIndex { text in
            text.hasSuffix("印发") && text.count < 60 && text.contains { $0.isNumber || $0 == "年" }
        }
    }

    private mutating func findEnd(_ paragraphs: [DocxAnatomy.Paragraph], _ texts: [String]) {
        let begin = (title.last ?? number ?? -1) + 1
        let end = [copies, printing].compactMap { $0 }.min() ?? paragraphs.count
        guard begin < end else { return }
        // Appendices come behind the date, on pages of their own.
        appendices = (begin..<end).filter { Self.isAppendix(texts[$0]) }
        let text = begin..<(appendices.first ?? end)
        date = text.last { Self.looksLikeDate(texts[$0]) }
        if let date {
            signature = text.last { $0 < date && !texts[$0].isEmpty && texts[$0].count < 30 && date - $0 <= 3 }
            if let found = signature, texts[found].hasSuffix("。") || texts[found].hasPrefix("附件") { signature = nil }
            remark = text.first { $0 > date && ["（", "("].contains(texts[$0].first) }
        }
        guard let list = text.first(where: { texts[$0].hasPrefix("附件：") || texts[$0].hasPrefix("附件:") }) else {
            return
        }
        appendixList = [list]
        for index in (list + 1)..<max(list + 1, text.upperBound) {
            guard let first = texts[index].first, first.isNumber else { break }
            appendixList.append(index)
        }
    }

    private static func isAppendix(_ text: String) -> Bool {
        guard text.hasPrefix("附件"), text.count <= 5 else { return false }
        return text.dropFirst(2).allSatisfy { $0.isNumber || $0 == "：" || $0 == ":" }
    }

    /// Whether a short line is a date in any of the forms people write.
    static func looksLikeDate(_ text: String) -> Bool {
        let dense = text.filter { !$0.isWhitespace }
        guard dense.count >= 8, dense.count <= 13 else { return false }
        let isChinese = dense.hasSuffix("日") && dense.contains("年") && dense.contains("月")
        let digits = dense.filter(\.isNumber).count
        let isPlain = digits >= 6 && dense.allSatisfy { $0.isNumber || ".-/".contains($0) } && dense.first == "2"
        return isChinese || isPlain
    }

    private mutating func findBody(_ paragraphs: [DocxAnatomy.Paragraph], _ texts: [String]) {
        var begin = (title.last ?? number ?? -1) + 1
        // Who was there stands behind the text of minutes, with indents of its own (10.3).
        let attendance = texts.indices.first { index in
            index >= begin && ["出席：", "请假：", "列席："].contains { texts[index].hasPrefix($0) }
        }
        let ends = [attendance, appendixList.first, signature, date, remark, copies, printing, appendices.first]
            .compactMap { $0 }
        let end = ends.min() ?? paragraphs.count
        guard begin < end else { return }
        if let first = (begin..<end).first(where: { !texts[$0].isEmpty }), "：:".contains(texts[first].last ?? " "),
            Self.level(texts[first]) == nil
        {
            addressees = first
            begin = first + 1
        }
        for index in begin..<end where !texts[index].isEmpty && !paragraphs[index].isInTable {
            if let level = Self.level(texts[index]) { headings.append((index, level)) }
            body.append(index)
        }
    }

    /// The level that a paragraph's first characters claim: 一、 （一） 1. （1）, also in wrong spellings of them.
    static func level(_ text: String) -> Int? {
        let characters = Array(text.prefix(8))
        let chinese = "一二三四五六七八九十百"
        func run(_ start: Int, _ isPart: (Character) -> Bool) -> Int {
            characters.dropFirst(start).prefix(while: isPart).count
        }
        guard let first = characters.first else { return nil }
        if "（(".contains(first) {
            let words = run(1) { chinese.contains($0) }
            let digits = run(1) { $0.isNumber && $0.isASCII }
            let end = 1 + max(words, digits)
            guard words + digits > 0, end < characters.count, "）)".contains(characters[end]) else { return nil }
            return words > 0 ? 2 : 4
        }
        let words = run(0) { chinese.contains($0) }
        if words > 0 { return words < characters.count && "、，,.．".contains(characters[words]) ? 1 : nil }
        let digits = run(0) { $0.isNumber && $0.isASCII }
        guard digits > 0, digits <= 2, digits < characters.count, "、.．，".contains(characters[digits]) else {
            return nil
        }
        // 3.2% is a number, not a heading.
        let next = digits + 1 < characters.count ? characters[digits + 1] : " "
        return next.isNumber && next.isASCII ? nil : 3
    }
}
