import Monitoring
import Records
import Standards

/// A record of work, a request to a contractor or an answer, as it was posted.
struct ReviewServiceAttempt: Sendable {
    enum Act: String, Sendable {
        case record
        case withdraw
        case ask
        case answer
    }

    let act: Act?
    let station: String
    let fields: FormFields
    let enteredBy: String
    /// Why it was refused; nil before it was tried.
    var error: String?

    init(_ fields: FormFields, reviewerName: String?) {
        self.fields = fields
        act = fields.first("act").flatMap { Act(rawValue: $0) }
        station = fields.first("station") ?? ""
        enteredBy = reviewerName ?? fields.first("reviewer") ?? ""
    }

    func text(_ field: String) -> String { fields.first(field) ?? "" }

    private var items: [AirItem] { AirItem.allCases.filter { fields.first("item.\($0.rawValue)") != nil } }

    /// - Returns: nil where a field cannot be read.
    func action(now: Instant, by actor: Actor) -> Action? {
        switch act {
        case .record: record(by: actor)
        case .withdraw:
            Int64(text("record")).map {
                ServiceActions.withdraw($0, of: station, reason: text("reason"), enteredBy: enteredBy, by: actor)
            }
        case .ask: request(now: now, by: actor)
        case .answer: answer(by: actor)
        case nil: nil
        }
    }

    private func record(by actor: Actor) -> Action? {
        guard let work = ServiceRecord.Work(rawValue: text("work")), let span = Self.span(text("time")),
            let checks = Self.checks(text("checks"))
        else { return nil }
        return ServiceActions.record(
            work, number: text("number"), of: station, items: items.map(\.rawValue), from: span.lowerBound,
            to: span.upperBound, company: text("company"), technician: text("technician"), note: text("note"),
            checks: checks, attachment: Int64(text("attachment")), enteredBy: enteredBy, by: actor)
    }

    private func request(now: Instant, by actor: Actor) -> Action? {
        guard let day = CivilDate(text("date")), let hours = Int(text("due")), hours > 0 else { return nil }
        let cells = ReviewSuperiorAttempt.hours(text("hours")).flatMap { hour in
            items.map { ReviewCell(start: Instant(beijing: day, hour: hour - 1), item: $0.rawValue) }
        }
        return ReviewQuestionActions.ask(
            text("text"), about: cells, of: station, to: text("addressee"), due: now.adding(seconds: hours * 3_600),
            reviewer: enteredBy, by: actor)
    }

    private func answer(by actor: Actor) -> Action? {
        // The station stands with the question, so that one form answers those of all.
        let parts = text("question").split(separator: "@", maxSplits: 1).map(String.init)
        guard parts.count == 2, let question = Int64(parts[0]), let date = CivilDate(text("date")) else { return nil }
        return ReviewQuestionActions.answer(
            question, of: parts[1], with: text("text"), issuer: text("issuer"), document: text("document"),
            date: date, reviewer: enteredBy, by: actor)
    }

    /// `2026-11-20 09:10—10:40`, or with the day of the end as well.
    static func span(_ text: String) -> Range<Instant>? {
        let parts = text.split(whereSeparator: { "—~～至".contains($0) }).map {
            $0.split(separator: " ").map(String.init)
        }
        guard parts.count == 2, parts[0].count == 2, let first = CivilDate(parts[0][0]),
            let start = moment(first, parts[0][1]), let clock = parts[1].last
        else { return nil }
        let last = parts[1].count == 2 ? CivilDate(parts[1][0]) : first
        guard let last, let end = moment(last, clock), start < end else { return nil }
        return start..<end
    }

    private static func moment(_ date: CivilDate, _ clock: String) -> Instant? {
        let parts = clock.split(whereSeparator: { ":：".contains($0) }).map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...24).contains(hour),
            (0..<60).contains(minute), hour * 60 + minute <= 1_440
        else { return nil }
        return Instant(beijing: date).adding(seconds: hour * 3_600 + minute * 60)
    }

    /// One check a line: item, 零点 or 跨度, error; nil where a line cannot be read.
    static func checks(_ text: String) -> [ServiceActions.Check]? {
        var checks: [ServiceActions.Check] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(whereSeparator: { " ，,\t".contains($0) }).map(String.init)
            if parts.isEmpty { continue }
            guard parts.count == 3, let item = item(parts[0]), let error = ExactDecimal(parts[2]),
                let kind = ["零点": CheckDrift.Kind.zero, "跨度": .span][parts[1]]
            else { return nil }
            checks.append(ServiceActions.Check(item: item, kind: kind, error: error))
        }
        return checks
    }

    private static func item(_ text: String) -> String? {
        AirItem.allCases.first { [$0.rawValue, $0.displayName, $0.screenName].contains(text) }?.rawValue
    }
}
