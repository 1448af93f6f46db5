/// Numbers of standards: year, title beside it, in force on the day of the text.
struct StandardNumberCheck: ReportCheck {
    private let byNumber: [String: [TitleRules.Standard]]
    private static let families: Set<String> = ["GB", "HJ", "GB/T", "HJ/T"]

    private struct Mention {
        let number: String
        let year: String
        let range: Range<Int>
    }

    init(titles: TitleRules) {
        byNumber = Dictionary(grouping: titles.standards, by: \.number)
    }

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            for mention in mentions(in: line) { judge(mention, in: line, of: text, &remarks) }
        }
    }

    private func mentions(in line: ExaminedLine) -> [Mention] {
        var found: [Mention] = []
        var index = 0
        while index < line.text.count {
            guard line.text[index].isLatin, index == 0 || !line.text[index - 1].isLatin else {
                index += 1
                continue
            }
            var end = index
            while end < line.text.count, line.text[end].isLatin || line.text[end] == "/" { end += 1 }
            let family = line.text.text(index..<end)
            var digits = end
            while digits < line.text.count, line.text[digits] == " " { digits += 1 }
            let first = digits
            while digits < line.text.count, line.text[digits].isDigit || line.text[digits] == "." { digits += 1 }
            var after = digits
            if after < line.text.count, line.text[after] == "-" {
                after += 1
                while after < line.text.count, line.text[after].isDigit { after += 1 }
            }
            if Self.families.contains(family), digits > first, after - digits == 5 {
                found.append(
                    Mention(
                        number: "\(family) \(line.text.text(first..<digits))",
                        year: line.text.text((digits + 1)..<after), range: index..<after))
            }
            index = max(after, end, index + 1)
        }
        return found
    }

    private func judge(_ mention: Mention, in line: ExaminedLine, of text: ExaminedText, _ remarks: inout Remarks) {
        guard let versions = byNumber[mention.number] else { return }
        guard let standard = versions.first(where: { $0.year == mention.year }) else {
            let years = versions.map { "\($0.number)-\($0.year)" }.joined(separator: "、")
            return remarks.find(
                .standard, .error, line, mention.range, "没有这个年号，已知的是\(years)", computed: years)
        }
        let name = "\(standard.number)-\(standard.year)"
        if let title = standard.title, let beside = titleBeside(mention.range, in: line), !isSame(beside.name, title) {
            return remarks.find(
                .standard, .error, line, beside.range, "与编号不符：\(name)是《\(title)》", computed: title)
        }
        let validity = Validity(from: standard.from, to: standard.to, replacement: standard.replacement)
        if let fault = validity.judge(name, in: line, mention.range, of: text) {
            return remarks.find(.standard, fault.severity, line, mention.range, fault.message)
        }
        guard let date = text.date else { return }
        remarks.confirm(.standard, line, mention.range, "\(name) \(date)时有效")
    }

    /// 《…》(GB 3095-2012) and GB 3095-2012《…》.
    private func titleBeside(_ range: Range<Int>, in line: ExaminedLine) -> TitleMention? {
        TitleMention.all(in: line).first { title in
            title.range.upperBound == range.lowerBound || title.range.lowerBound == range.upperBound
                || title.range.upperBound + 1 == range.lowerBound && line.text[title.range.upperBound] == "("
        }
    }

    private func isSame(_ printed: String, _ title: String) -> Bool {
        let plain = { (text: String) in Scalars(text).folded.text.replacing("(试行)", with: "") }
        return plain(printed) == plain(title)
    }
}
