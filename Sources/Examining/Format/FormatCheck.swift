import Documents

/// The measuring of one document: what its paragraphs are, and what was found so far.
struct FormatCheck {
    let anatomy: DocxAnatomy
    let rules: FormatRules
    let parts: OfficialParts
    private(set) var findings: [FormatFinding] = []
    var measured: FormatExamination.Measured

    init(_ anatomy: DocxAnatomy, rules: FormatRules) {
        self.anatomy = anatomy
        self.rules = rules
        parts = OfficialParts(anatomy)
        let section = anatomy.sections.first ?? DocxAnatomy.Section()
        measured = FormatExamination.Measured(
            form: parts.form.name, pageWidth: Self.millimetres(section.pageWidth),
            pageHeight: Self.millimetres(section.pageHeight), top: Self.millimetres(section.top),
            binding: Self.millimetres(section.left + section.gutter), textWidth: Self.millimetres(section.textWidth),
            textHeight: Self.millimetres(section.textHeight), linesPerPage: nil, charactersPerLine: nil, bodyFace: nil,
            bodySize: nil)
    }

    /// To a tenth of a millimetre; 1 mm is 1440 / 25.4 twips.
    static func millimetres(_ twips: Int) -> Double { (Double(twips) * 254 / 1_440).rounded() / 10 }

    /// A deviation; the same at several places is told once, with its first place.
    mutating func add(_ kind: FormatKind, at place: String, found: String, wanted: String) {
        let same = findings.firstIndex { $0.kind == kind && $0.found == found && $0.wanted == wanted }
        if let same, kind != .numberForm {
            findings[same].count += 1
            return
        }
        guard let rule = rules.checks[kind] else { return }
        findings.append(
            FormatFinding(
                kind: kind, severity: rule.severity, clause: rule.clause, place: place, count: 1, found: found,
                wanted: wanted))
    }

    /// A paragraph by its number and first words.
    func place(_ index: Int) -> String {
        let text = anatomy.paragraphs[index].text.filter { !$0.isWhitespace }
        let words = text.count > 16 ? String(text.prefix(16)) + "…" : text
        return "第 \(index + 1) 段“\(words)”"
    }

    /// The look of most letters of a paragraph.
    func look(_ paragraph: DocxAnatomy.Paragraph) -> DocxAnatomy.Look? {
        var counts: [DocxAnatomy.Look: Int] = [:]
        for run in paragraph.runs { counts[run.look, default: 0] += run.text.filter { !$0.isWhitespace }.count }
        return counts.max { $0.value < $1.value }?.key
    }

    /// The font of Chinese letters, as told to people.
    static func face(_ look: DocxAnatomy.Look) -> String { look.face ?? "未指定" }

    static func points(_ look: DocxAnatomy.Look) -> String { points(halves: look.halfPoints) }

    /// Points with the Chinese name of the size where there is one.
    static func points(halves: Int) -> String {
        let names = [
            84: "初号", 72: "小初", 52: "一号", 48: "小一", 44: "二号", 36: "小二", 32: "三号", 30: "小三", 28: "四号", 24: "小四",
            21: "五号", 18: "小五", 15: "六号",
        ]
        let number = halves.isMultiple(of: 2) ? "\(halves / 2)" : "\(halves / 2).5"
        return names[halves].map { "\($0)（\(number) 磅）" } ?? "\(number) 磅"
    }
}
