import Ledger
package import Records
package import Standards

/// What goes on record about alerts.
package enum AlertActions {
    static let raised = "monitoring.alert.raised"
    static let assigned = "monitoring.alert.assigned"
    static let closed = "monitoring.alert.closed"
    static let missed = "monitoring.alert.missed"

    /// Alerts in one record: more on one day is a mistake of the rules.
    package static let greatestCount = 5_000
    static let greatestTextLength = 500
    static let greatestNameLength = 60

    /// Puts what a survey found on record: new alerts, and old ones that last longer than when they were recorded.
    ///
    /// - Parameter day: the day surveyed.
    package static func raise(_ alerts: [AlertCandidate], on day: CivilDate, by actor: Actor) -> Action {
        Action(
            actor: actor, name: raised, subject: day.description,
            body: ["kind": "alerts", "version": 1, "alerts": .array(alerts.map(\.canonical))])
    }

    /// Gives alerts to a person.
    package static func assign(_ ids: [String], to person: String, reviewer: String, by actor: Actor) -> Action {
        Action(
            actor: actor, name: assigned, subject: ids.first ?? "",
            body: [
                "kind": "alert-assignment", "version": 1, "alerts": .array(ids.map { .string($0) }),
                "person": .string(person), "reviewer": .string(reviewer),
            ])
    }

    /// Closes alerts with one finding.
    ///
    /// - Parameter note: what was found, in words; needed.
    package static func close(
        _ ids: [String], as outcome: Alert.Outcome, note: String, reviewer: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: closed, subject: ids.first ?? "",
            body: [
                "kind": "alert-outcome", "version": 1, "alerts": .array(ids.map { .string($0) }),
                "outcome": .string(outcome.rawValue), "note": .string(note), "reviewer": .string(reviewer),
            ])
    }

    /// Puts on record that something real happened of which no alert told.
    ///
    /// - Parameter object: where it happened.
    package static func miss(
        _ kind: AlertKind, of object: String, on day: CivilDate, note: String, reviewer: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: missed, subject: object,
            body: [
                "kind": "alert-miss", "version": 1, "about": .string(kind.rawValue), "date": .string(day.description),
                "note": .string(note), "reviewer": .string(reviewer),
            ])
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: raised, word: "记录预警", effect: .none, permission: ReviewActions.review, checkingAt: AlertCheck.raising),
        ActionKind(
            name: assigned, word: "派发预警", effect: .none, permission: ReviewActions.review, check: AlertCheck.assigning),
        ActionKind(
            name: closed, word: "办结预警", effect: .none, permission: ReviewActions.review, check: AlertCheck.closing),
        ActionKind(
            name: missed, word: "登记漏报", effect: .none, permission: ReviewActions.review, checkingAt: AlertCheck.missing),
    ]
}
