import Ledger
package import Records
package import Standards

/// What a reviewer may put on record about hours.
package enum ReviewActions {
    /// The right to judge values of stations that the bureau owns.
    package static let review = Permission(rawValue: "monitoring.review")

    static let hourReviewed = "monitoring.hour.reviewed"

    /// A free text of a reviewer is a remark, not a report.
    package static let greatestNoteLength = 500
    /// A name or a number is short.
    static let greatestNameLength = 60
    /// The items of two months of a station: more in one record is a mistake.
    static let greatestCellCount = 10_000

    /// Judges values of one station: one record for one decision, whatever it speaks of.
    ///
    /// - Parameters:
    ///   - reason: a code of `HourReviewReasons`; needed when in doubt or rejecting.
    ///   - citation: the number of the maintenance or calibration record, where the reason asks for one.
    ///   - value: what counts instead; only of `entered`, which takes one cell and its basis as `note`.
    package static func decide(
        _ decision: HourReview.Decision, on cells: [ReviewCell], of station: String, reason: String = "",
        note: String = "", citation: String = "", value: ExactDecimal? = nil, reviewer: String, by actor: Actor
    ) -> Action {
        var body: [String: CanonicalValue] = [
            "kind": "hour-review", "version": 2, "decision": .string(decision.rawValue), "reason": .string(reason),
            "note": .string(note), "citation": .string(citation), "reviewer": .string(reviewer),
            "cells": .array(cells.map(\.canonical)),
        ]
        body["value"] = value.map { .string($0.description) }
        return Action(actor: actor, name: hourReviewed, subject: station, body: .object(body))
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: hourReviewed, word: "审核小时值", effect: .review, permission: review,
            checkingByRules: ReviewCheck.decision)
    ]
}
