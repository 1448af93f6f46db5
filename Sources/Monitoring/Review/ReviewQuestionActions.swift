import Ledger
package import Records
import Registry
package import Standards
import Storage

/// Questions to the owners of stations that the bureau does not review, and their replies. The notified result is a ruling
/// (`SuperiorActions`) that names the question.
package enum ReviewQuestionActions {
    static let asked = "monitoring.question.asked"
    static let answered = "monitoring.question.answered"

    /// Asks the owner of a station about values.
    ///
    /// - Parameter addressee: whom it goes to.
    package static func ask(
        _ text: String, about cells: [ReviewCell], of station: String, to addressee: String, reviewer: String,
        by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: asked, subject: station,
            body: [
                "kind": "review-question", "version": 1, "cells": .array(cells.map(\.canonical)),
                "text": .string(text), "addressee": .string(addressee), "reviewer": .string(reviewer),
            ])
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
            name: asked, word: "疑问反馈", effect: .none, permission: ReviewActions.review, checkingAt: checkAsking),
        ActionKind(
            name: answered, word: "登记反馈答复", effect: .none, permission: ReviewActions.review,
            checkingAt: checkAnswering),
    ]

    private static func checkAsking(_ action: Action, _ connection: ReadConnection, _ milliseconds: Int64) throws {
        let station = try ReviewCheck.station(action.subject, in: connection)
        // What the bureau reviews itself it decides.
        guard !StationOwnership.isReviewedHere(station) else {
            throw RecordsError(.invalid, field: "station", detail: station.text("managementLevel"))
        }
        try required("text", upTo: ReviewActions.greatestNoteLength, of: action)
        try required("addressee", upTo: ReviewActions.greatestNameLength, of: action)
        try ReviewCheck.reviewer(action.body)
        _ = try ReviewCheck.cells(of: action.body, before: Instant(secondsSince1970: milliseconds / 1_000))
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
