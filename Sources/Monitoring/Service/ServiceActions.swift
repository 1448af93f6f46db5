import Ledger
package import Records
import Registry
package import Standards
import Storage

/// Puts records of maintenance, calibration and quality checks on record, and takes wrong ones back.
package enum ServiceActions {
    /// The longest time of one record.
    package static let greatestDays = 31
    /// The most checks of one record.
    package static let greatestChecks = 100

    static let recorded = "monitoring.service.recorded"
    static let withdrawn = "monitoring.service.withdrawn"

    /// One check of zero or span, as it stands in a record form.
    package struct Check: Sendable, Hashable {
        package let item: String
        package let kind: CheckDrift.Kind
        /// With its sign; of zero in the unit of the item, of span in percent.
        package let error: ExactDecimal

        package init(item: String, kind: CheckDrift.Kind, error: ExactDecimal) {
            self.item = item
            self.kind = kind
            self.error = error
        }
    }

    /// Records a piece of work.
    ///
    /// - Parameters:
    ///   - items: empty for all of the object.
    ///   - checks: found at the end of the time.
    ///   - attachment: the record that attached the paper to the object's file.
    package static func record(
        _ work: ServiceRecord.Work, number: String, of object: String, items: [String] = [], from start: Instant,
        to end: Instant, company: String, technician: String, note: String = "", checks: [Check] = [],
        attachment: Int64? = nil, enteredBy: String, by actor: Actor
    ) -> Action {
        var body: [String: CanonicalValue] = [
            "kind": "service-record", "version": 1, "work": .string(work.rawValue), "number": .string(number),
            "items": .array(items.map { .string($0) }), "start": .integer(start.secondsSince1970),
            "end": .integer(end.secondsSince1970), "company": .string(company), "technician": .string(technician),
            "note": .string(note), "entered_by": .string(enteredBy),
            "checks": .array(
                checks.map {
                    [
                        "item": .string($0.item), "kind": .string($0.kind.rawValue),
                        "error": .string($0.error.description),
                    ]
                }),
        ]
        body["attachment"] = attachment.map(CanonicalValue.integer)
        return Action(actor: actor, name: recorded, subject: object, body: .object(body))
    }

    /// Takes a record back.
    package static func withdraw(
        _ sequence: Int64, of object: String, reason: String, enteredBy: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: withdrawn, subject: object,
            body: [
                "kind": "service-withdrawal", "version": 1, "record": .integer(sequence), "reason": .string(reason),
                "entered_by": .string(enteredBy),
            ])
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: recorded, word: "登记运维/校准记录", effect: .none, permission: ReviewActions.review,
            checkingAt: check),
        ActionKind(
            name: withdrawn, word: "撤销运维/校准记录", effect: .none, permission: ReviewActions.review,
            checkingAt: checkWithdrawal),
    ]

    private static func check(_ action: Action, _ connection: ReadConnection, _ milliseconds: Int64) throws {
        let body = action.body
        guard let object = try RegistryStore.object(action.subject, in: connection), object.kind.isWatchedByDevices
        else { throw RecordsError(.unknownSubject, field: "station", detail: action.subject) }
        guard body["work"]?.text.flatMap(ServiceRecord.Work.init(rawValue:)) != nil else {
            throw RecordsError(.invalid, field: "work", detail: body["work"]?.text ?? "")
        }
        for field in ["number", "company", "technician", "entered_by"] {
            guard body[field]?.text?.isEmpty == false else { throw RecordsError(.invalid, field: field, detail: "") }
            try ReviewCheck.text(body, field, upTo: ReviewActions.greatestNameLength)
        }
        try ReviewCheck.text(body, "note", upTo: ReviewActions.greatestNoteLength)
        let number = body["number"]?.text ?? ""
        guard try ServiceStore.record(number, of: object.id, in: connection) == nil else {
            throw RecordsError(.invalid, field: "number", detail: number)
        }
        try time(body, now: milliseconds / 1_000)
        try checks(body)
        guard let attachment = body["attachment"] else { return }
        let attached = try SourceAttachmentStore.attachments(of: [object.id], in: connection)
        guard attached.contains(where: { $0.sequence == attachment.integer && $0.removedBy == nil }) else {
            throw RecordsError(.invalid, field: "attachment", detail: "")
        }
    }

    private static func time(_ body: CanonicalValue, now: Int64) throws {
        guard let start = body["start"]?.integer, let end = body["end"]?.integer, start < end, end <= now,
            end - start <= Int64(greatestDays) * 86_400
        else { throw RecordsError(.invalid, field: "time", detail: "") }
    }

    private static func checks(_ body: CanonicalValue) throws {
        let items = (body["items"]?.elements ?? []).map { $0.text ?? "" }
        guard !items.contains(""), Set(items).count == items.count else {
            throw RecordsError(.invalid, field: "items", detail: "")
        }
        let checks = body["checks"]?.elements ?? []
        guard checks.count <= greatestChecks, checks.allSatisfy({ ServiceStore.check($0) != nil }) else {
            throw RecordsError(.invalid, field: "checks", detail: "")
        }
    }

    private static func checkWithdrawal(_ action: Action, _ connection: ReadConnection, _ now: Int64) throws {
        guard action.body["reason"]?.text?.isEmpty == false else {
            throw RecordsError(.invalid, field: "reason", detail: "")
        }
        try ReviewCheck.text(action.body, "reason", upTo: ReviewActions.greatestNoteLength)
        let sequence = action.body["record"]?.integer ?? 0
        guard let record = try ServiceStore.record(at: sequence, in: connection), record.object == action.subject,
            record.withdrawn == nil
        else { throw RecordsError(.invalid, field: "record", detail: "\(sequence)") }
    }
}
