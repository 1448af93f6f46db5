import Monitoring
import Records
import Standards

/// An application or decision as it was posted.
struct ExceptionAttempt: Sendable {
    enum Act: String, Sendable {
        case apply
        case decide
    }

    /// More days than any paper names: a slip of the year is no event of years.
    private static let greatestDayCount = 366

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

    /// - Parameter id: a fresh one.
    /// - Returns: nil where the form cannot be read.
    func action(_ id: String, by actor: Actor) -> Action? {
        func text(_ field: String) -> String { fields.first(field) ?? "" }
        switch act {
        case .apply:
            guard let extent else { return nil }
            return AirExceptionActions.apply(
                id, text("kind"), for: extent, reason: text("reason"), applicant: reviewer, by: actor)
        case .decide:
            guard let verdict = AirException.Verdict(rawValue: text("verdict")), let date = CivilDate(text("date")),
                let extent = verdict == .approved ? extent : AirException.Extent(days: [], stations: [], items: [])
            else { return nil }
            let file = text("attachment").split(separator: "|", maxSplits: 1).map(String.init)
            return AirExceptionActions.decide(
                verdict, of: text("exception"), extent: extent, issuer: text("issuer"), document: text("document"),
                date: date, attachment: file.last.flatMap { Int64($0) } ?? 0, attachedTo: file.first ?? "",
                note: text("note"), reviewer: reviewer, by: actor)
        case nil: return nil
        }
    }

    /// Nil where the days cannot be read.
    private var extent: AirException.Extent? {
        guard let from = fields.first("from").flatMap({ CivilDate($0) }),
            let to = (fields.first("to") ?? fields.first("from")).flatMap({ CivilDate($0) }),
            (0..<Self.greatestDayCount).contains(from.days(until: to))
        else { return nil }
        let stations = fields.pairs.filter { $0.name.hasPrefix("station.") }.map { String($0.name.dropFirst(8)) }
        return AirException.Extent(
            days: (0...from.days(until: to)).map { from.adding(days: $0) }, stations: stations,
            items: AirItem.allCases.filter { fields.first("item.\($0.rawValue)") != nil })
    }
}
