import Monitoring
import Records
import Standards

/// A question, reply or ruling as it was posted.
struct ReviewSuperiorAttempt: Sendable {
    enum Act: String, Sendable {
        case ask
        case answer
        case rule
    }

    let act: Act?
    let fields: FormFields
    let reviewer: String
    /// Why it was refused; nil before it was tried.
    var error: String?

    init(_ fields: FormFields, reviewerName: String?) {
        self.fields = fields
        act = fields.first("act").flatMap { Act(rawValue: $0) }
        reviewer = reviewerName ?? fields.first("reviewer") ?? ""
    }

    /// - Returns: nil where the form cannot be read.
    func action(of station: String, on day: CivilDate, by actor: Actor) -> Action? {
        func text(_ field: String) -> String { fields.first(field) ?? "" }
        switch act {
        case .ask:
            return ReviewQuestionActions.ask(
                text("text"), about: cells(on: day), of: station, to: text("addressee"), reviewer: reviewer, by: actor)
        case .answer:
            guard let date = CivilDate(text("date")), let question = Int64(text("question")) else { return nil }
            return ReviewQuestionActions.answer(
                question, of: station, with: text("text"), issuer: text("issuer"), document: text("document"),
                date: date, reviewer: reviewer, by: actor)
        case .rule:
            guard let date = CivilDate(text("date")),
                let decision = HourReview.Decision(rawValue: text("decision"))
            else { return nil }
            return SuperiorActions.rule(
                decision, on: cells(on: day), of: station,
                value: decision == .entered ? ExactDecimal(text("value")) : nil, issuer: text("issuer"),
                document: text("document"), date: date, attachment: Int64(text("attachment")) ?? 0,
                question: Int64(text("question")), note: text("note"), reviewer: reviewer, by: actor)
        case nil: return nil
        }
    }

    /// The values of the form: its items in its hours.
    private func cells(on day: CivilDate) -> [ReviewCell] {
        let items = AirItem.allCases.filter { fields.first("item.\($0.rawValue)") != nil }
        return Self.hours(fields.first("hours") ?? "").flatMap { hour in
            items.map { ReviewCell(start: Instant(beijing: day, hour: hour - 1), item: $0.rawValue) }
        }
    }

    /// Hours 1 … 24 out of a text like `7—9、12`; none where any part of it cannot be read.
    static func hours(_ text: String) -> [Int] {
        var found: Set<Int> = []
        for part in text.split(whereSeparator: { "、，, ".contains($0) }) {
            let ends = part.split(whereSeparator: { "—-–~至".contains($0) }).map { Int($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
                (1...24).contains(first), (first...24).contains(last)
            else { return [] }
            found.formUnion(first...last)
        }
        return found.sorted()
    }
}
