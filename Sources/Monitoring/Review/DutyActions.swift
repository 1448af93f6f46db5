import Ledger
package import Records
package import Standards
import Storage

/// Who reviews on which days: the person on duty (A 角) and the one who stands in (B 角).
package enum DutyActions {
    /// What the records are about: there is one roster.
    package static let subject = "monitoring-duty"
    /// The longest stretch of one record.
    package static let greatestDays = 31

    static let set = "monitoring.duty.set"

    /// Sets who is on duty; of several records about a day the last one holds.
    ///
    /// - Parameters:
    ///   - main: the person on duty.
    ///   - substitute: who stands in; may be empty.
    package static func assign(
        _ main: String, substitute: String, on days: ClosedRange<CivilDate>, enteredBy: String, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: set, subject: subject,
            body: [
                "kind": "review-duty", "version": 1, "from": .string(days.lowerBound.description),
                "to": .string(days.upperBound.description), "main": .string(main),
                "substitute": .string(substitute), "entered_by": .string(enteredBy),
            ])
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: set, word: "排定审核值班", effect: .none, permission: ReviewActions.review,
            checkingAt: { action, _, _ in try check(action) })
    ]

    private static func check(_ action: Action) throws {
        let body = action.body
        guard let days = days(of: body), days.lowerBound.days(until: days.upperBound) < greatestDays else {
            throw RecordsError(.invalid, field: "days", detail: "\(greatestDays)")
        }
        for field in ["main", "entered_by"] where body[field]?.text?.isEmpty != false {
            throw RecordsError(.invalid, field: field, detail: "")
        }
        for field in ["main", "substitute"] {
            try ReviewCheck.text(body, field, upTo: ReviewActions.greatestNameLength)
        }
        guard body["main"] != body["substitute"] else {
            throw RecordsError(.invalid, field: "substitute", detail: body["main"]?.text ?? "")
        }
    }

    static func days(of body: CanonicalValue) -> ClosedRange<CivilDate>? {
        guard let from = body["from"]?.text.flatMap({ CivilDate($0) }),
            let to = body["to"]?.text.flatMap({ CivilDate($0) }), from <= to
        else { return nil }
        return from...to
    }
}
