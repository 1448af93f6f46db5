import Ledger
package import Records
import Registry
package import Standards
import Storage

/// What a superior decided about values (上级核定), with the document that says so.
package enum SuperiorActions {
    static let decided = "monitoring.superior.decided"

    /// Puts a superior's ruling on record.
    ///
    /// - Parameters:
    ///   - decision: `accepted`, `rejected`, or `entered` with the value that counts instead, of one cell.
    ///   - issuer: who decided.
    ///   - document: its number.
    ///   - date: its day.
    ///   - attachment: the record that attached the document to the station's file.
    ///   - question: the record of the question that it answers; nil for none.
    package static func rule(
        _ decision: HourReview.Decision, on cells: [ReviewCell], of station: String, value: ExactDecimal? = nil,
        issuer: String, document: String, date: CivilDate, attachment: Int64, question: Int64? = nil,
        note: String = "", reviewer: String, by actor: Actor
    ) -> Action {
        var body: [String: CanonicalValue] = [
            "kind": "superior-ruling", "version": 1, "decision": .string(decision.rawValue),
            "cells": .array(cells.map(\.canonical)), "issuer": .string(issuer), "document": .string(document),
            "date": .string(date.description), "attachment": .integer(attachment), "note": .string(note),
            "reviewer": .string(reviewer),
        ]
        body["value"] = value.map { .string($0.description) }
        body["question"] = question.map(CanonicalValue.integer)
        return Action(actor: actor, name: decided, subject: station, body: .object(body))
    }

    /// The document in one line.
    static func citation(of body: CanonicalValue) -> String {
        "\(body["issuer"]?.text ?? "") \(body["document"]?.text ?? "")（\(body["date"]?.text ?? "")）"
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: decided, word: "登记上级核定", effect: .review, permission: ReviewActions.review, checkingAt: check)
    ]

    private static func check(_ action: Action, _ connection: ReadConnection, _ milliseconds: Int64) throws {
        let body = action.body
        _ = try ReviewCheck.station(action.subject, in: connection)
        let now = Instant(secondsSince1970: milliseconds / 1_000)
        let decision = body["decision"]?.text.flatMap(HourReview.Decision.init(rawValue:))
        guard decision == .accepted || decision == .rejected || decision == .entered else {
            throw RecordsError(.invalid, field: "decision", detail: body["decision"]?.text ?? "")
        }
        for field in ["issuer", "document"] {
            guard body[field]?.text?.isEmpty == false else { throw RecordsError(.invalid, field: field, detail: "") }
            try ReviewCheck.text(body, field, upTo: ReviewActions.greatestNameLength)
        }
        guard let date = body["date"]?.text.flatMap({ CivilDate($0) }), date <= now.beijingDate else {
            throw RecordsError(.invalid, field: "date", detail: body["date"]?.text ?? "")
        }
        try ReviewCheck.text(body, "note", upTo: ReviewActions.greatestNoteLength)
        try ReviewCheck.reviewer(body)
        let attached = try SourceAttachmentStore.attachments(of: [action.subject], in: connection)
        guard attached.contains(where: { $0.sequence == body["attachment"]?.integer && $0.removedBy == nil }) else {
            throw RecordsError(.invalid, field: "attachment", detail: "")
        }
        let cells = try ReviewCheck.cells(of: body, before: now)
        try ReviewCheck.openDays(of: cells, of: action.subject, in: connection)
        if decision == .entered { try ReviewCheck.entered(body, cells) }
        if let question = body["question"]?.integer {
            guard try ReviewQuestionStore.question(question, in: connection)?.station == action.subject else {
                throw RecordsError(.invalid, field: "question", detail: "\(question)")
            }
        }
    }
}
