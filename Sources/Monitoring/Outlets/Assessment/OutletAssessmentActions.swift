import Ledger
package import Records
import Standards
import Storage

/// What a reviewer may put on record about hours of a polluter's monitor: 认可 or 存疑, or that an earlier word no longer stands.
///
/// The bureau never marks, rejects or replaces a value of an enterprise: no action for it exists.
package enum OutletAssessmentActions {
    static let assessed = "monitoring.outlet.assessed"

    /// - Parameters:
    ///   - decision: `accepted`, `doubted` with a reason, or `undone`.
    ///   - cells: items as in `OutletLimit.seriesItem`.
    ///   - reason: a code of `HourReviewReasons`; needed when in doubt.
    package static func assess(
        _ decision: HourReview.Decision, _ cells: [ReviewCell], of outlet: String, reason: String = "",
        note: String = "", reviewer: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: assessed, subject: outlet,
            body: [
                "kind": "outlet-assessment", "version": 1, "decision": .string(decision.rawValue),
                "reason": .string(reason), "note": .string(note), "reviewer": .string(reviewer),
                "cells": .array(cells.map(\.canonical)),
            ])
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: assessed, word: "认可或存疑排放口数据", effect: .none, permission: ReviewActions.review,
            checkingByRules: OutletAssessmentCheck.check)
    ]
}
