import Ledger
import Records
import Standards
import Storage

/// What must hold before a station's day or month takes a step.
enum ReviewStepCheck {
    static func check(
        _ step: ReviewStep.Kind, _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64
    ) throws {
        let body = action.body
        _ = try ReviewCheck.ownStation(action.subject, in: connection)
        guard body["step"]?.text == step.rawValue, let date = body["date"]?.text.flatMap({ CivilDate($0) }),
            !step.isOfMonth || date == date.firstOfMonth
        else { throw RecordsError(.invalid, field: "date", detail: body["date"]?.text ?? "") }
        try ReviewCheck.reviewer(body)
        try ReviewCheck.text(body, "reason", upTo: ReviewActions.greatestNoteLength)
        let span = step.isOfMonth ? Period.month(of: date) : Period.day(date)
        guard span.end.secondsSince1970 * 1_000 <= milliseconds else {
            throw RecordsError(.invalid, field: "unfinished", detail: date.description)
        }
        let day = try ReviewStepStore.day(date, of: action.subject, in: connection)
        switch step {
        case .reviewed: try reviewing(day, date)
        case .signed: try signing(day, date, action, connection)
        case .locked: try locking(day, date, action.subject, connection)
        case .unlocked: try unlocking(day, body, date)
        case .monthLocked: try lockingMonth(day, date, action.subject, connection)
        case .monthUnlocked:
            guard day.monthLocked != nil else { throw RecordsError(.invalid, field: "open", detail: date.description) }
            try reason(body)
        }
    }

    private static func reviewing(_ day: ReviewDay, _ date: CivilDate) throws {
        guard !day.isLocked else { throw RecordsError(.invalid, field: "locked", detail: date.description) }
    }

    /// Nobody signs what they decided themselves, nor who stands in for somebody who did.
    private static func signing(
        _ day: ReviewDay, _ date: CivilDate, _ action: Action, _ connection: ReadConnection
    ) throws {
        try reviewing(day, date)
        guard let reviewed = day.reviewed else {
            throw RecordsError(.invalid, field: "unreviewed", detail: date.description)
        }
        var people = reviewed.people
        for review in try ReviewStore.reviews(on: date, of: action.subject, in: connection) where !review.isSuperior {
            people.formUnion(review.people)
        }
        let own = Set([action.actor.id, action.actor.actingFor].compactMap(\.self))
        if let same = own.intersection(people).min() { throw RecordsError(.invalid, field: "same", detail: same) }
    }

    /// A day is locked as it was signed: no decision and no value came after that.
    private static func locking(
        _ day: ReviewDay, _ date: CivilDate, _ station: String, _ connection: ReadConnection
    ) throws {
        try reviewing(day, date)
        let reviews = try ReviewStore.reviews(on: date, of: station, in: connection)
        let last = max(reviews.map(\.sequence).max() ?? 0, day.reviewed?.sequence ?? 0, day.unlocked?.sequence ?? 0)
        guard let signed = day.signed, signed.sequence > last else {
            throw RecordsError(.invalid, field: "unsigned", detail: date.description)
        }
        let hours = try AirHours.load(date, station: station, in: connection).of(station)
        let late = hours.readings.values.joined().count { ($0?.arrivedMilliseconds ?? 0) > signed.decidedMilliseconds }
        guard late == 0 else { throw RecordsError(.invalid, field: "late", detail: "\(late)") }
    }

    private static func unlocking(_ day: ReviewDay, _ body: CanonicalValue, _ date: CivilDate) throws {
        guard day.monthLocked == nil else {
            throw RecordsError(.invalid, field: "month", detail: date.monthText)
        }
        guard day.locked != nil else { throw RecordsError(.invalid, field: "open", detail: date.description) }
        try reason(body)
    }

    private static func lockingMonth(
        _ month: ReviewDay, _ first: CivilDate, _ station: String, _ connection: ReadConnection
    ) throws {
        guard month.monthLocked == nil else { throw RecordsError(.invalid, field: "locked", detail: first.monthText) }
        let days = try ReviewStepStore.days(from: first, to: first.lastOfMonth, of: [station], in: connection)
        for date in first...first.lastOfMonth where days[station]?[date]?.locked == nil {
            throw RecordsError(.invalid, field: "unlocked", detail: date.description)
        }
    }

    private static func reason(_ body: CanonicalValue) throws {
        guard body["reason"]?.text?.isEmpty == false else { throw RecordsError(.invalid, field: "reason", detail: "") }
    }
}
