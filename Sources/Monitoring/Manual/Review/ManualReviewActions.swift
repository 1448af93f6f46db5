import Catalog
import Ledger
package import Records
import Standards
import Storage

/// The three levels through which a report or sheet goes, and the way back.
package enum ManualReviewActions {
    /// The right to check and examine.
    package static let review = Permission(rawValue: "monitoring.manual.review")
    /// The right to issue: from then on the values count.
    package static let issue = Permission(rawValue: "monitoring.manual.issue")

    /// Takes a step.
    ///
    /// - Parameters:
    ///   - subject: the id of a report, or of a sheet of which everything was measured on the spot.
    ///   - note: needed for a return, and for the first level where quality control is not met.
    package static func take(
        _ step: ManualReviewStep.Kind, of subject: String, note: String, reviewer: String, by actor: Actor
    ) -> Action {
        ManualActions.action(
            name(of: step), subject, "manual-review", ["note": .string(note), "reviewer": .string(reviewer)], [:], actor
        )
    }

    static func name(of step: ManualReviewStep.Kind) -> String { "monitoring.manual.\(step.rawValue)" }

    /// The step of a record; nil for a record of another kind.
    static func step(of action: String) -> ManualReviewStep.Kind? {
        ManualReviewStep.Kind.allCases.first { name(of: $0) == action }
    }

    /// Who may take a step.
    package static func permission(_ step: ManualReviewStep.Kind) -> Permission { step == .issued ? issue : review }

    static let kinds: [ActionKind] = ManualReviewStep.Kind.allCases.map { step in
        ActionKind(
            name: name(of: step), word: "手工数据\(step.title)", effect: step == .issued ? .data : .none,
            permission: permission(step),
            checkingByRules: { action, connection, milliseconds, catalog in
                try ManualReviewCheck.check(step, action, connection, milliseconds, catalog)
            })
    }
}
