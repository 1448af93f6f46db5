import Catalog
import Ledger
import Records
import Registry
import Standards
import Storage

/// What must hold before a word about hours of a polluter's monitor goes on record.
enum OutletAssessmentCheck {
    private static let hourSeconds: Int64 = 3_600

    static func check(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let body = action.body
        guard let outlet = try RegistryStore.object(action.subject, in: connection), outlet.kind == .outlet else {
            throw RecordsError(.unknownSubject, field: "outlet", detail: action.subject)
        }
        let decision = body["decision"]?.text.flatMap(HourReview.Decision.init(rawValue:))
        guard let decision, [.accepted, .doubted, .undone].contains(decision) else {
            throw RecordsError(.invalid, field: "decision", detail: body["decision"]?.text ?? "")
        }
        let now = Instant(secondsSince1970: milliseconds / 1_000)
        if decision == .doubted { try reason(body, on: now.beijingDate, catalog) }
        try ReviewCheck.text(body, "note", upTo: ReviewActions.greatestNoteLength)
        try ReviewCheck.reviewer(body)
        let cells = try cells(of: body, at: outlet, before: now)
        try standing(decision, cells, of: outlet.id, in: connection)
    }

    private static func reason(_ body: CanonicalValue, on day: CivilDate, _ catalog: RuleCatalog) throws {
        let code = body["reason"]?.text ?? ""
        guard !code.isEmpty, let reason = try HourReviewReasons(catalog, on: day).reason(code) else {
            throw RecordsError(.invalid, field: "reason", detail: code)
        }
        if reason.needsNote, body["note"]?.text?.isEmpty != false {
            throw RecordsError(.invalid, field: "note", detail: "")
        }
    }

    private static func cells(
        of body: CanonicalValue, at outlet: RegisteredObject, before now: Instant
    ) throws -> [ReviewCell] {
        let cells = ReviewCell.cells(in: body)
        guard !cells.isEmpty, cells.count == body["cells"]?.elements?.count,
            cells.count <= ReviewActions.greatestCellCount
        else { throw RecordsError(.invalid, field: "items", detail: "") }
        let items = Set(OutletLimit.limits(of: outlet).map(\.seriesItem))
        var seen: Set<ReviewCell> = []
        for cell in cells {
            guard cell.start < now, cell.start.secondsSince1970 % hourSeconds == 0 else {
                throw RecordsError(.invalid, field: "start", detail: cell.start.description)
            }
            guard items.contains(cell.item), seen.insert(ReviewCell(start: cell.start, item: cell.item)).inserted
            else { throw RecordsError(.invalid, field: "items", detail: cell.item) }
        }
        return cells
    }

    /// A word speaks of what stands there now, and an undoing of the word that does.
    private static func standing(
        _ decision: HourReview.Decision, _ cells: [ReviewCell], of outlet: String, in connection: ReadConnection
    ) throws {
        guard let first = cells.map(\.start).min(), let last = cells.map(\.start).max() else { return }
        let table = try OutletAssessments(
            of: outlet, from: first, to: last.adding(seconds: 1), in: connection)
        for cell in cells {
            let value = table.value(cell.item, at: cell.start)
            let place = "\(cell.item) \(cell.start.beijingDate) \(cell.start.beijingHour + 1)时"
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
            } else if value.raw == nil {
                throw RecordsError(.invalid, field: "empty", detail: place)
            }
        }
    }
}
