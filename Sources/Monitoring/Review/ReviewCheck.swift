import Catalog
import Ledger
import Records
import Registry
import Standards
import Storage

/// What must hold before a decision about hours goes on record.
enum ReviewCheck {
    private static let hourSeconds: Int64 = 3_600

    /// A decision of the bureau.
    static func decision(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let body = action.body
        _ = try ownStation(action.subject, in: connection)
        guard let decision = body["decision"]?.text.flatMap(HourReview.Decision.init(rawValue:)),
            !isFirstVersion(body) || decision == .accepted || decision == .doubted
        else { throw RecordsError(.invalid, field: "decision", detail: body["decision"]?.text ?? "") }
        let now = Instant(secondsSince1970: milliseconds / 1_000)
        let reason = try reason(decision, body, on: now.beijingDate, catalog)
        try text(body, "note", upTo: ReviewActions.greatestNoteLength)
        try text(body, "citation", upTo: ReviewActions.greatestNameLength)
        try reviewer(body)
        let cells = try cells(of: body, before: now)
        try openDays(of: cells, of: action.subject, in: connection)
        if isFirstVersion(body) { return }
        if decision == .entered { try entered(body, cells) }
        if decision == .rejected, reason?.needsCitation == true {
            try cited(body["citation"]?.text ?? "", cells, of: action.subject, in: connection)
        }
        try standing(decision, cells, of: action.subject, in: connection)
    }

    /// Whether a decision has the form of version 1: several items of one hour.
    private static func isFirstVersion(_ body: CanonicalValue) -> Bool { body["start"] != nil }

    /// A station whose values are reviewed here.
    static func ownStation(_ id: String, in connection: ReadConnection) throws -> RegisteredObject {
        let station = try station(id, in: connection)
        // National and city stations are reviewed by their owner; the superior's value is the official one.
        guard StationOwnership.isReviewedHere(station) else {
            throw RecordsError(.invalid, field: "station", detail: station.text("managementLevel"))
        }
        return station
    }

    static func station(_ id: String, in connection: ReadConnection) throws -> RegisteredObject {
        guard let station = try RegistryStore.object(id, in: connection), station.kind == .station
        else { throw RecordsError(.unknownSubject, field: "station", detail: id) }
        return station
    }

    static func reviewer(_ body: CanonicalValue) throws {
        guard let name = body["reviewer"]?.text, !name.isEmpty, name.count <= ReviewActions.greatestNameLength else {
            throw RecordsError(.invalid, field: "reviewer", detail: "")
        }
    }

    static func text(_ body: CanonicalValue, _ field: String, upTo length: Int) throws {
        guard (body[field]?.text ?? "").count <= length else {
            throw RecordsError(.invalid, field: field, detail: "\(length)")
        }
    }

    /// The values spoken of, each once, all of hours that have begun.
    static func cells(of body: CanonicalValue, before now: Instant) throws -> [ReviewCell] {
        let isFirstVersion = isFirstVersion(body)
        let cells = ReviewCell.cells(in: body)
        let stated = (isFirstVersion ? body["items"] : body["cells"])?.elements?.count ?? 0
        guard !cells.isEmpty, cells.count == stated, cells.count <= ReviewActions.greatestCellCount else {
            throw RecordsError(.invalid, field: "items", detail: "")
        }
        var seen: Set<ReviewCell> = []
        for cell in cells {
            guard cell.start < now, cell.start.secondsSince1970 % hourSeconds == 0 else {
                throw RecordsError(.invalid, field: "start", detail: cell.start.description)
            }
            guard isFirstVersion || AirItem(rawValue: cell.item) != nil else {
                throw RecordsError(.invalid, field: "items", detail: cell.item)
            }
            guard seen.insert(ReviewCell(start: cell.start, item: cell.item)).inserted else {
                throw RecordsError(.invalid, field: "items", detail: cell.item)
            }
        }
        return cells
    }

    /// A locked value takes no decision.
    static func openDays(of cells: [ReviewCell], of station: String, in connection: ReadConnection) throws {
        for day in Set(cells.map(\.start.beijingDate)).sorted() {
            try openDay(day, of: station, in: connection)
        }
    }

    static func openDay(_ day: CivilDate, of station: String, in connection: ReadConnection) throws {
        let review = try ReviewStepStore.day(day, of: station, in: connection)
        guard !review.isLocked else { throw RecordsError(.invalid, field: "locked", detail: day.description) }
    }

    private static func reason(
        _ decision: HourReview.Decision, _ body: CanonicalValue, on day: CivilDate, _ catalog: RuleCatalog
    ) throws -> HourReviewReason? {
        let code = body["reason"]?.text ?? ""
        guard decision.needsReason else {
            if decision == .entered, body["note"]?.text?.isEmpty != false {
                throw RecordsError(.invalid, field: "note", detail: "")
            }
            return nil
        }
        guard !code.isEmpty else { throw RecordsError(.invalid, field: "reason", detail: "") }
        if isFirstVersion(body) { return nil }
        guard let reason = try HourReviewReasons(catalog, on: day).reason(code) else {
            throw RecordsError(.invalid, field: "reason", detail: code)
        }
        if reason.needsNote, body["note"]?.text?.isEmpty != false {
            throw RecordsError(.invalid, field: "note", detail: "")
        }
        if reason.needsCitation, decision == .rejected, body["citation"]?.text?.isEmpty != false {
            throw RecordsError(.invalid, field: "citation", detail: code)
        }
        return reason
    }

    /// The record cited stands in the file of the station and speaks of one of the values at least.
    private static func cited(
        _ number: String, _ cells: [ReviewCell], of station: String, in connection: ReadConnection
    ) throws {
        guard let record = try ServiceStore.record(number, of: station, in: connection) else {
            throw RecordsError(.invalid, field: "service", detail: number)
        }
        let explains = cells.contains { cell in
            record.speaks(of: cell.item)
                && record.touches(Period(start: cell.start, seconds: Int(hourSeconds)))
        }
        guard explains else { throw RecordsError(.invalid, field: "unrelated", detail: number) }
    }

    static func entered(_ body: CanonicalValue, _ cells: [ReviewCell]) throws {
        guard cells.count == 1, let value = body["value"]?.text.flatMap({ ExactDecimal($0) }), !value.isNegative else {
            throw RecordsError(.invalid, field: "value", detail: body["value"]?.text ?? "")
        }
    }

    /// A decision speaks of what stands there now, and an undoing of the decision that does.
    private static func standing(
        _ decision: HourReview.Decision, _ cells: [ReviewCell], of station: String, in connection: ReadConnection
    ) throws {
        let days = Set(cells.map(\.start.beijingDate))
        var hours: [CivilDate: AirHours.Station] = [:]
        for day in days { hours[day] = try AirHours.load(day, station: station, in: connection).of(station) }
        for cell in cells {
            guard let item = AirItem(rawValue: cell.item), let day = hours[cell.start.beijingDate] else { continue }
            let value = day.reviewed(item, hour: cell.start.beijingHour)
            let place = "\(item.displayName) \(cell.start.beijingDate) \(cell.start.beijingHour + 1)时"
            if value.standing?.isSuperior == true { throw RecordsError(.invalid, field: "superior", detail: place) }
            if let judged = cell.judged, judged != JudgedValue.text(value.raw) {
                throw RecordsError(.superseded, field: "value", detail: place)
            }
            if decision == .undone {
                guard let standing = value.standing else {
                    throw RecordsError(.invalid, field: "undoes", detail: place)
                }
                guard standing.sequence == cell.undoes else {
                    throw RecordsError(.superseded, field: "undoes", detail: place)
                }
            } else if value.raw == nil, decision != .entered {
                throw RecordsError(.invalid, field: "empty", detail: place)
            }
        }
    }
}
