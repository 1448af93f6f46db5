import Catalog
import Ledger
package import Records
import Registry
package import Standards
import Storage

/// Exceptional events of the air: the district applies, the superior decides with a paper; nothing is out before that.
package enum AirExceptionActions {
    static let applied = "monitoring.exception.applied"
    static let decided = "monitoring.exception.decided"

    /// A dust episode lasts for days; a year of them in one paper is a mistake.
    private static let greatestDayCount = 366

    /// Applies to the superior.
    ///
    /// - Parameters:
    ///   - id: a fresh one.
    ///   - kind: the id of an `AirExceptionRule`.
    ///   - reason: what shows the event.
    package static func apply(
        _ id: String, _ kind: String, for extent: AirException.Extent, reason: String, applicant: String,
        by actor: Actor
    ) -> Action {
        var body = extent.members
        body["kind"] = "air-exception"
        body["version"] = 1
        body["event"] = .string(kind)
        body["reason"] = .string(reason)
        body["reviewer"] = .string(applicant)
        return Action(actor: actor, name: applied, subject: id, body: .object(body))
    }

    /// Puts the superior's decision on record.
    ///
    /// - Parameters:
    ///   - extent: what is out; of a refusal or revocation nothing.
    ///   - attachment: the record that attached the paper to the file of a station.
    package static func decide(
        _ verdict: AirException.Verdict, of id: String, extent: AirException.Extent, issuer: String, document: String,
        date: CivilDate, attachment: Int64, attachedTo station: String, note: String = "", reviewer: String,
        by actor: Actor
    ) -> Action {
        var body = extent.members
        body["kind"] = "air-exception-decision"
        body["version"] = 1
        body["verdict"] = .string(verdict.rawValue)
        body["issuer"] = .string(issuer)
        body["document"] = .string(document)
        body["date"] = .string(date.description)
        body["attachment"] = .integer(attachment)
        body["station"] = .string(station)
        body["note"] = .string(note)
        body["reviewer"] = .string(reviewer)
        return Action(actor: actor, name: decided, subject: id, body: .object(body))
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: applied, word: "申请例外事件扣除", effect: .none, permission: ReviewActions.review,
            checkingByRules: checkApplication),
        ActionKind(
            name: decided, word: "登记例外事件扣除的批复", effect: .review, permission: ReviewActions.review,
            checkingByRules: checkDecision),
    ]

    private static func checkApplication(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let body = action.body
        guard MintedID.isID(action.subject),
            try AirExceptionStore.exception(action.subject, in: connection) == nil
        else { throw RecordsError(.invalid, field: "id", detail: action.subject) }
        guard body["reason"]?.text?.isEmpty == false else {
            throw RecordsError(.invalid, field: "reason", detail: "")
        }
        try ReviewCheck.text(body, "reason", upTo: ReviewActions.greatestNoteLength)
        try ReviewCheck.reviewer(body)
        let today = Instant(secondsSince1970: milliseconds / 1_000).beijingDate
        try check(try extent(body), event: body["event"]?.text ?? "", by: today, catalog, connection)
    }

    private static func checkDecision(
        _ action: Action, _ connection: ReadConnection, _ milliseconds: Int64, _ catalog: RuleCatalog
    ) throws {
        let body = action.body
        guard let exception = try AirExceptionStore.exception(action.subject, in: connection) else {
            throw RecordsError(.unknownSubject, field: "exception", detail: action.subject)
        }
        let today = Instant(secondsSince1970: milliseconds / 1_000).beijingDate
        guard let verdict = body["verdict"]?.text.flatMap(AirException.Verdict.init(rawValue:)) else {
            throw RecordsError(.invalid, field: "verdict", detail: body["verdict"]?.text ?? "")
        }
        if verdict == .revoked, exception.approval == nil {
            throw RecordsError(.invalid, field: "verdict", detail: verdict.rawValue)
        }
        for field in ["issuer", "document"] {
            guard body[field]?.text?.isEmpty == false else { throw RecordsError(.invalid, field: field, detail: "") }
            try ReviewCheck.text(body, field, upTo: ReviewActions.greatestNameLength)
        }
        guard let date = body["date"]?.text.flatMap({ CivilDate($0) }), date <= today else {
            throw RecordsError(.invalid, field: "date", detail: body["date"]?.text ?? "")
        }
        try ReviewCheck.text(body, "note", upTo: ReviewActions.greatestNoteLength)
        try ReviewCheck.reviewer(body)
        let station = body["station"]?.text ?? ""
        let attached = try SourceAttachmentStore.attachments(of: [station], in: connection)
        guard attached.contains(where: { $0.sequence == body["attachment"]?.integer && $0.removedBy == nil }) else {
            throw RecordsError(.invalid, field: "attachment", detail: "")
        }
        let extent = try extent(body)
        guard verdict == .approved else {
            guard extent.days.isEmpty, extent.stations.isEmpty, extent.items.isEmpty else {
                throw RecordsError(.invalid, field: "extent", detail: verdict.rawValue)
            }
            return
        }
        try check(extent, event: exception.kind, by: today, catalog, connection)
    }

    private static func extent(_ body: CanonicalValue) throws -> AirException.Extent {
        guard let extent = AirException.Extent(body) else {
            throw RecordsError(.invalid, field: "extent", detail: "")
        }
        return extent
    }

    /// Days that are over, stations of the register, items that the rule of each day lets out.
    private static func check(
        _ extent: AirException.Extent, event: String, by today: CivilDate, _ catalog: RuleCatalog,
        _ connection: ReadConnection
    ) throws {
        guard !extent.days.isEmpty, extent.days.count <= greatestDayCount else {
            throw RecordsError(.invalid, field: "days", detail: "\(extent.days.count)")
        }
        guard !extent.items.isEmpty else { throw RecordsError(.invalid, field: "items", detail: "") }
        guard !extent.stations.isEmpty else { throw RecordsError(.invalid, field: "stations", detail: "") }
        for day in extent.days {
            guard day < today else { throw RecordsError(.invalid, field: "days", detail: day.description) }
            guard let rule = try AirExceptionRule.all(in: catalog, on: day).first(where: { $0.id == event }) else {
                throw RecordsError(.invalid, field: "event", detail: "\(event) \(day)")
            }
            if let other = extent.items.first(where: { !rule.items.contains($0) }) {
                throw RecordsError(.invalid, field: "items", detail: other.rawValue)
            }
        }
        for station in extent.stations { _ = try ReviewCheck.station(station, in: connection) }
    }
}
