/// One thing under two names: a law by its title and by a nickname, two titles one slip apart.
struct NamingCheck: ReportCheck {
    private let official: [String: String]
    /// Shorter titles may differ in a character on purpose.
    private static let shortest = 8

    init(titles: TitleRules) {
        let pairs = titles.titles.flatMap { title in title.names.map { ($0, title.name) } }
        official = Dictionary(pairs) { first, _ in first }
    }

    func examine(_ text: ExaminedText, _ remarks: inout Remarks) {
        var used: [String: String] = [:]
        var others: [(name: String, scalars: Scalars)] = []
        for line in text.lines {
            for mention in TitleMention.all(in: line) {
                if mention.isShortName {
                    if let title = official[mention.name] { used[title] = mention.name }
                    continue
                }
                if let title = official[mention.name] {
                    if let before = used[title], before != mention.name {
                        remarks.find(
                            .naming, .warning, line, mention.range, "前文称《\(before)》，这里称《\(mention.name)》，是同一件；请用一个名称")
                    }
                    used[title] = used[title] ?? mention.name
                } else if mention.name.count >= Self.shortest {
                    alike(mention, in: line, &others, &remarks)
                }
            }
        }
    }

    private func alike(
        _ mention: TitleMention, in line: ExaminedLine, _ others: inout [(name: String, scalars: Scalars)],
        _ remarks: inout Remarks
    ) {
        let scalars = Scalars(mention.name)
        if others.contains(where: { $0.name == mention.name }) { return }
        if let other = others.first(where: { isSlip($0.scalars, scalars) }) {
            remarks.find(.naming, .warning, line, mention.range, "与前文的《\(other.name)》差一字；如是同一件，请统一")
        }
        others.append((mention.name, scalars))
    }

    /// Years, numbers and single Chinese numerals are there to differ.
    private func isSlip(_ left: Scalars, _ right: Scalars) -> Bool {
        guard Likeness.isOneSlipApart(left, right) else { return false }
        let differing = Likeness.difference(left, right)
        let meant: Set<Unicode.Scalar> = [
            "水", "气", "上", "下", "春", "夏", "秋", "冬", "东", "西", "南", "北", "大", "小", "市", "区", "县",
        ]
        return !differing.isEmpty
            && differing.allSatisfy { $0.isHan && !ChineseNumeral.isNumeral($0) && !meant.contains($0) }
    }
}
