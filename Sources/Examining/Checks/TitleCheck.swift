/// Names of laws: right title, in force on the day of the text.
struct TitleCheck: ReportCheck {
    private let known: [String: TitleRules.Title]
    private let wrong: [String: String]
    private let names: [(name: String, scalars: Scalars)]
    /// Titles that are judged for slips end in one of these, and keep it.
    private static let endings = ["条例", "办法", "规定", "法"]
    /// Shorter ones are too like each other.
    private static let shortest = 5

    init(titles: TitleRules) {
        let pairs = titles.titles.flatMap { title in title.names.map { ($0, title) } }
        known = Dictionary(pairs) { first, second in first.to == nil ? first : second }
        wrong = titles.wrong
        names = Set(titles.titles.map(\.name)).sorted().map { ($0, Scalars($0)) }
    }

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        for line in text.lines {
            for mention in TitleMention.all(in: line) { judge(mention, in: line, of: text, &remarks) }
        }
    }

    private func judge(
        _ mention: TitleMention, in line: ExaminedLine, of text: ExaminedText, _ remarks: inout Remarks
    ) {
        if let right = rightTitle(for: mention.name) {
            return remarks.find(.instrument, .error, line, mention.range, "名称有误，应为《\(right)》", computed: right)
        }
        let name = mention.name.replacing("(", with: "（").replacing(")", with: "）")
        guard let title = known[mention.name] ?? known[name] else { return slip(mention, in: line, &remarks) }
        let validity = Validity(from: title.from, to: title.to, replacement: title.replacement)
        if let fault = validity.judge("《\(title.name)》", in: line, mention.range, of: text) {
            return remarks.find(.instrument, fault.severity, line, mention.range, fault.message)
        }
        guard let date = text.date else { return }
        remarks.confirm(.instrument, line, mention.range, "《\(title.name)》\(date)时有效")
    }

    /// A wrong title as a whole, or behind the name of a place: 《天津市…》.
    private func rightTitle(for name: String) -> String? {
        if let right = wrong[name] { return right }
        for (slip, right) in wrong where name.hasSuffix(slip) && known[name] == nil {
            let place = name.dropLast(slip.count)
            if let last = place.last, "省市区县".contains(last), place.count <= 8 { return place + right }
        }
        return nil
    }

    private func slip(_ mention: TitleMention, in line: ExaminedLine, _ remarks: inout Remarks) {
        guard mention.name.count >= Self.shortest else { return }
        let scalars = Scalars(mention.name)
        let ending = Self.endings.first(where: mention.name.hasSuffix)
        for candidate in names where candidate.name.count >= Self.shortest {
            // 水污染防治办法 is another thing than 水污染防治法; 条列 is no ending at all.
            guard ending == nil || Self.endings.first(where: candidate.name.hasSuffix) == ending,
                ending != nil || candidate.name.count > Self.shortest && mention.name.count == candidate.name.count,
                Likeness.isOneSlipApart(scalars, candidate.scalars)
            else { continue }
            return remarks.find(
                .instrument, .error, line, mention.range, "没有这个名称，与《\(candidate.name)》差一字", computed: candidate.name)
        }
    }
}
