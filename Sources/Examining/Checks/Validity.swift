import Standards

/// Whether something was in force for a text: judged by the day of the text, and gently where it ended inside the period.
struct Validity {
    let from: CivilDate?
    let to: CivilDate?
    let replacement: String?

    /// Words beside a citation that say that its end is known.
    private static let aware = ["废止", "修订", "修改", "原《", "失效", "草案", "替代", "取代", "征求意见", "将于", "即将", "施行"].map {
        Scalars($0)
    }

    /// A remark where it was not in force; nil where it was or the text says so itself.
    func judge(
        _ name: String, in line: ExaminedLine, _ range: Range<Int>, of text: ExaminedText
    ) -> (severity: FindingSeverity, message: String)? {
        guard let date = text.date else { return nil }
        let around = max(0, range.lowerBound - 8)..<min(line.text.count, range.upperBound + 10)
        if line.text.containsAny(Self.aware, in: around) { return nil }
        if let from, date < from { return (.error, "\(name)自\(from)起施行，\(date)时尚未施行") }
        guard let to, to < date else { return nil }
        let instead = replacement.map { "，现行的是\($0)" } ?? ""
        let began = text.period.map { min($0.from, date) } ?? date
        if to >= began { return (.note, "\(name)施行到\(to)，在报告期内废止\(instead)；请说明引用的是哪一段时间") }
        return (.error, "\(name)自\(to.adding(days: 1))起废止\(instead)")
    }
}
