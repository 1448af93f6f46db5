import Monitoring
import Records
import Standards

/// A roster as it was posted.
struct ReviewDutyAttempt: Sendable {
    let fields: FormFields
    let enteredBy: String
    /// Why it was refused; nil before it was tried.
    var error: String?

    init(_ fields: FormFields, reviewerName: String?) {
        self.fields = fields
        enteredBy = reviewerName ?? fields.first("reviewer") ?? ""
    }

    /// - Returns: nil where the days cannot be read.
    func action(by actor: Actor) -> Action? {
        guard let from = CivilDate(fields.first("from") ?? ""), let to = CivilDate(fields.first("to") ?? ""), from <= to
        else { return nil }
        return DutyActions.assign(
            fields.first("main") ?? "", substitute: fields.first("substitute") ?? "", on: from...to,
            enteredBy: enteredBy, by: actor)
    }
}
