import Catalog
import Ledger
package import Records
package import Standards
import Storage

/// The steps by which a station's day or month is closed, and opened again.
package enum ReviewStepActions {
    /// The right to sign what another person reviewed.
    package static let sign = Permission(rawValue: "monitoring.sign")
    /// The right to lock a day or month (审核定稿).
    package static let lock = Permission(rawValue: "monitoring.lock")
    /// The right to open what was locked.
    package static let unlock = Permission(rawValue: "monitoring.unlock")

    static let dayReviewed = "monitoring.day.reviewed"
    static let daySigned = "monitoring.day.signed"
    static let dayLocked = "monitoring.day.locked"
    static let dayUnlocked = "monitoring.day.unlocked"
    static let monthLocked = "monitoring.month.locked"
    static let monthUnlocked = "monitoring.month.unlocked"

    /// Takes a step of a station's day, or of its month, which is named by any day of it.
    ///
    /// - Parameter reason: needed for unlocking.
    package static func take(
        _ step: ReviewStep.Kind, of station: String, on date: CivilDate, reason: String = "", reviewer: String,
        by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: name(of: step), subject: station,
            body: [
                "kind": "review-step", "version": 1, "step": .string(step.rawValue),
                "date": .string((step.isOfMonth ? date.firstOfMonth : date).description), "reason": .string(reason),
                "reviewer": .string(reviewer),
            ])
    }

    static func name(of step: ReviewStep.Kind) -> String {
        switch step {
        case .reviewed: dayReviewed
        case .signed: daySigned
        case .locked: dayLocked
        case .unlocked: dayUnlocked
        case .monthLocked: monthLocked
        case .monthUnlocked: monthUnlocked
        }
    }

    /// The step of a record; nil for a record of another kind.
    static func step(of action: String) -> ReviewStep.Kind? {
        ReviewStep.Kind.allCases.first { name(of: $0) == action }
    }

    static let kinds: [ActionKind] = ReviewStep.Kind.allCases.map { step in
        ActionKind(
            name: name(of: step), word: word(step), effect: .review, permission: permission(step),
            checkingAt: { action, connection, now in
                try ReviewStepCheck.check(step, action, connection, now)
            })
    }

    private static func word(_ step: ReviewStep.Kind) -> String {
        switch step {
        case .reviewed: "日初审完成"
        case .signed: "日复审签字"
        case .locked: "日审核定稿"
        case .unlocked: "日定稿解锁"
        case .monthLocked: "月审核定稿"
        case .monthUnlocked: "月定稿解锁"
        }
    }

    /// Who may take a step.
    package static func permission(_ step: ReviewStep.Kind) -> Permission {
        switch step {
        case .reviewed: ReviewActions.review
        case .signed: sign
        case .locked, .monthLocked: lock
        case .unlocked, .monthUnlocked: unlock
        }
    }
}
