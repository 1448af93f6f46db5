import Casework
import Standards

extension ScoreSheet {
    /// Scores a file.
    ///
    /// - Parameters:
    ///   - answers: of persons, by the numbers of items.
    ///   - overrides: of leaders, by the numbers of items.
    package init(
        _ review: CaseReview, fatal rules: FatalRules, points: PointRules, answers: [Int: ReviewAnswer] = [:],
        overrides: [Int: ReviewAnswer] = [:], forms: PaperFormBook
    ) throws {
        let fatal = rules.items.map { item in
            Fatal(
                item: item, verdict: item.check.map(review.verdict) ?? .undecided("由评查人判定"),
                answer: answers[item.number], override: overrides[item.number])
        }
        let lines = try points.papers(of: review.file.matter.procedure.id).map { try Self.line($0, review, forms) }
        let deductions = points.deductions.flatMap { Self.deductions($0, review, forms) }
        let deducted = min(points.greatestDeduction, deductions.map(\.points).reduce(Rational.zero, +))
        let stakes = lines.filter { $0.reached != nil }
        let stake = stakes.map(\.points).reduce(Rational.zero, +)
        let reached = stakes.compactMap(\.reached).reduce(Rational.zero, +)
        self.fatal = fatal
        self.lines = lines
        self.deductions = deductions
        self.deducted = deducted
        if fatal.contains(where: \.isOpen) || stake == .zero {
            total = .zero
        } else {
            let share = try points.papersShare * reached / stake
            total = max(.zero, points.lawfulness + share - deducted)
        }
    }

    private static func line(_ paper: PointRules.Paper, _ review: CaseReview, _ forms: PaperFormBook) throws -> Line {
        guard let found = review.papers(paper.name).last else {
            let isDue = paper.isRequired && (paper.name != "结案审批表" || review.file.matter.isOver)
            return Line(
                paper: paper.name, points: paper.points, reached: isDue ? .zero : nil,
                losses: isDue ? ["没有《\(paper.name)》"] : [])
        }
        let form = forms.form(found.form, version: found.formVersion)
        var elements = paper.elements
        if elements.isEmpty {
            let required = form?.elements.filter(\.isRequired).map(\.name) ?? []
            elements = try required.map {
                PointRules.Element(names: [$0], points: try paper.points / Rational(max(required.count, 1)))
            }
        }
        var reached = paper.points
        var losses: [String] = []
        for element in elements {
            let missing = element.names.filter { found.values[$0]?.isEmpty ?? true }
            guard !missing.isEmpty else { continue }
            reached -= try element.points * Rational(missing.count) / Rational(element.names.count)
            losses.append("《\(paper.name)》缺\(missing.joined(separator: "、"))")
        }
        return Line(paper: paper.name, points: paper.points, reached: max(.zero, reached), losses: losses)
    }

    private static func deductions(
        _ rule: PointRules.Deduction, _ review: CaseReview, _ forms: PaperFormBook
    ) -> [(words: String, points: Rational)] {
        let papers = review.file.papers.filter { !$0.isSpoiled }
        let wrong: [CasePaper] =
            switch rule.face {
            case .unsigned: papers.filter { $0.completion == nil }
            case .unnumbered:
                papers.filter { paper in
                    paper.number == nil && forms.form(paper.form, version: paper.formVersion)?.series != nil
                }
            case .pageSignatures:
                papers.filter { paper in
                    guard let done = paper.completion, done.way == .scan,
                        let form = forms.form(paper.form, version: paper.formVersion)
                    else { return false }
                    return form.signers.contains(where: \.signsEachPage) && done.signedPages < done.pages
                }
            case .dates:
                papers.filter { paper in
                    guard let day = paper.day, let filed = review.taken("立案").first?.day else { return false }
                    return ["行政处罚事先（听证）告知书", "法制审核意见书", "行政处罚决定书", "结案审批表"].contains(paper.document)
                        && day < filed
                }
            }
        var left = rule.most
        return wrong.compactMap { paper in
            let points = min(left, rule.points)
            guard points > .zero else { return nil }
            left -= points
            return ("\(rule.words)：《\(paper.document)》", points)
        }
    }
}
