import Ledger
package import Records
import Registry
package import Standards
import Storage

/// Questions about values and their replies: to the owners of stations that the bureau does not review, whose notified result
/// is a ruling (`SuperiorActions`) that names the question, and to the contractors of its own stations.
package enum ReviewQuestionActions {
    static let asked = "monitoring.question.asked"
    static let answered = "monitoring.question.answered"

    /// The longest time that a contractor may be given.
    package static let greatestDays = 30

    /// Asks about values.
    ///
    /// - Parameters:
    ///   - addressee: whom it goes to.
    ///   - due: by when the contractor of an own station must answer; nil for the owner of a station that others review.
    package static func ask(
        _ text: String, about cells: [ReviewCell], of station: String, to addressee: String, due: Instant? = nil,
        reviewer: String, by actor: Actor
    ) -> Action {
        var body: [String: CanonicalValue] = [
            "kind": "review-question", "version": 1, "cells": .array(cells.map(\.canonical)),
            "text": .string(text), "addressee": .string(addressee), "reviewer": .string(reviewer),
        ]
        if let due {
            body["version"] = 2
            body["due"] = .integer(due.secondsSince1970)
        }
        return Action(actor: actor, name: asked, subject: station, body: .object(body))
    }

    /// Puts a reply on record.
    ///
    /// - Parameters:
    ///   - question: the record of the question.
    ///   - document: the number of the paper or message; may be empty.
    package static func answer(
        _ question: Int64, of station: String, with text: String, issuer: String, document: String = "",
        date: CivilDate, reviewer: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: answered, subject: station,
            body: [
                "kind": "review-answer", "version": 1, "question": .integer(question), "text": .string(text),
                "issuer": .string(issuer), "document": .string(document), "date": .string(date.description),
                "reviewer": .string(reviewer),
            ])
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: asked, word: "疑问反馈、运维工单", effect: .none, permission: ReviewActions.review, checkingAt: checkAsking),
        ActionKind(
            name: answered, word: "登记答复", effect: .none, permission: ReviewActions.review,
            checkingAt: checkAnswering),
    ]

    private static func checkAsking(_ action: Action, _ connection: ReadConnection, _ milliseconds: Int64) throws {
        let station = try ReviewCheck.station(action.subject, in: connection)
        let now = Instant(secondsSince1970: milliseconds / 1_000)
        // What the bureau reviews itself it decides; of it only its contractor is asked, and by a certain time.
        if let due = action.body["due"]?.integer.map({ Instant(secondsSince1970: $0) }) {
            _ = try ReviewCheck.ownStation(action.subject, in: connection)
            guard due > now, due <= now.adding(seconds: greatestDays * 86_400) else {
                throw RecordsError(.invalid, field: "due", detail: "\(greatestDays)")
            }
        } else if StationOwnership.isReviewedHere(station) {
            throw RecordsError(.invalid, field: "station", detail: station.text("managementLevel"))
        }
        try required("text", upTo: ReviewActions.greatestNoteLength, of: action)
        try required("addressee", upTo: ReviewActions.greatestNameLength, of: action)
        try ReviewCheck.reviewer(action.body)
        _ = try ReviewCheck.cells(of: action.body, before: now)
    }

    private static func checkAnswering(_ action: Action, _ connection: ReadConnection, _ milliseconds: Int64) throws {
        let body = action.body
        guard let sequence = body["question"]?.integer,
            try ReviewQuestionStore.question(sequence, in: connection)?.station == action.subject
        else { throw RecordsError(.invalid, field: "question", detail: "") }
        try required("text", upTo: ReviewActions.greatestNoteLength, of: action)
        try required("issuer", upTo: ReviewActions.greatestNameLength, of: action)
        try ReviewCheck.text(body, "document", upTo: ReviewActions.greatestNameLength)
        try ReviewCheck.reviewer(body)
        let today = Instant(secondsSince1970: milliseconds / 1_000).beijingDate
        guard let date = body["date"]?.text.flatMap({ CivilDate($0) }), date <= today else {
            throw RecordsError(.invalid, field: "date", detail: body["date"]?.text ?? "")
        }
    }

    private static func required(_ field: String, upTo length: Int, of action: Action) throws {
        guard action.body[field]?.text?.isEmpty == false else {
            throw RecordsError(.invalid, field: field, detail: "")
        }
        try ReviewCheck.text(action.body, field, upTo: length)
    }
}
