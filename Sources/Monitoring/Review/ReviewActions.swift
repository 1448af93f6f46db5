import Ledger
package import Records
import Registry
package import Standards

/// What a reviewer may put on record about an hour.
package enum ReviewActions {
    /// The right to judge values of stations that the bureau owns.
    package static let review = Permission(rawValue: "monitoring.review")

    static let hourReviewed = "monitoring.hour.reviewed"

    /// What was decided.
    package enum Decision: String, Sendable {
        /// 认可: the value stands.
        case accepted
        /// 存疑: the value is in doubt, for the reason given.
        case doubted
    }

    /// Judges one hour of one station: one record, whatever items it names.
    ///
    /// - Parameters:
    ///   - items: the items judged, e.g. `pm25`.
    ///   - reason: required when in doubt.
    package static func reviewHour(
        of station: String, start: Instant, items: [String], decision: Decision, reason: String, note: String,
        reviewer: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: hourReviewed, subject: station,
            body: [
                "kind": "hour-review", "version": 1, "start": .integer(start.secondsSince1970),
                "items": .array(items.map(CanonicalValue.string)), "decision": .string(decision.rawValue),
                "reason": .string(reason), "note": .string(note), "reviewer": .string(reviewer),
            ])
    }

    /// A free text of a reviewer is a remark, not a report.
    package static let greatestNoteLength = 500

    static let kinds: [ActionKind] = [
        ActionKind(name: hourReviewed, word: "审核小时值", effect: .review, permission: review) { action, connection in
            guard let station = try RegistryStore.object(action.subject, in: connection), station.kind == .station
            else { throw RecordsError(.unknownSubject, field: "station", detail: action.subject) }
            // National and city stations are reviewed by their owner; the superior's value is the official one.
            guard StationOwnership.isReviewedHere(station) else {
                throw RecordsError(.invalid, field: "station", detail: station.text("managementLevel"))
            }
            guard let decision = action.body["decision"]?.text.flatMap(Decision.init(rawValue:)) else {
                throw RecordsError(.invalid, field: "decision", detail: action.body["decision"]?.text ?? "")
            }
            if decision == .doubted, action.body["reason"]?.text?.isEmpty != false {
                throw RecordsError(.invalid, field: "reason", detail: "")
            }
            guard action.body["items"]?.elements?.isEmpty == false else {
                throw RecordsError(.invalid, field: "items", detail: "")
            }
            guard (action.body["note"]?.text ?? "").count <= greatestNoteLength else {
                throw RecordsError(.invalid, field: "note", detail: "\(greatestNoteLength)")
            }
            guard action.body["reviewer"]?.text?.isEmpty == false else {
                throw RecordsError(.invalid, field: "reviewer", detail: "")
            }
        }
    ]
}
