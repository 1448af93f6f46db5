import Ledger
import Records
import Standards
import Storage

extension AccountCheck {
    /// Who stands in has an account, is there on those days, and gets no administrator's rights beside others.
    static func leave(_ action: Action, rules: AccountRules, in connection: ReadConnection) throws {
        let substitute = action.body["substitute"]?.text ?? ""
        for person in [action.subject, substitute] where try AccountStore.person(person, in: connection) == nil {
            throw AccountsError(.unknownPerson, detail: person)
        }
        guard substitute != action.subject else { throw AccountsError(.ownSubstitute) }
        let (from, to) = (action.body["from"]?.text, action.body["to"]?.text)
        guard let first = from.flatMap({ CivilDate($0) }) else {
            throw AccountsError(.invalidPeriod, detail: "\(from ?? "")—\(to ?? "")")
        }
        guard let to else { return }
        guard let last = CivilDate(to), first <= last else {
            throw AccountsError(.invalidPeriod, detail: "\(first)—\(to)")
        }
        for leave in try AccountStore.leaves(with: action.subject, within: first...last, in: connection) {
            // The same leave with another end, or another one who stands in.
            if leave.person == action.subject, leave.days.lowerBound == first { continue }
            throw AccountsError(leave.person == action.subject ? .overlappingLeave : .standsIn, detail: text(leave))
        }
        let away = try AccountStore.leaves(with: substitute, within: first...last, in: connection)
            .first { $0.person == substitute }
        if let away { throw AccountsError(.substituteAway, detail: text(away)) }
        try rights(of: substitute, beside: action.subject, by: rules, in: connection)
    }

    /// Of the three administrators nobody gets two by standing in, nor one beside another post.
    private static func rights(
        of substitute: String, beside absent: String, by rules: AccountRules, in connection: ReadConnection
    ) throws {
        let own = try AccountStore.accounts(of: substitute, in: connection).filter { !$0.isDisabled }
        if own.isEmpty { throw AccountsError(.substituteWithoutAccount) }
        let others = try AccountStore.accounts(of: absent, in: connection).filter { !$0.isDisabled }
        try separation(of: (own + others).flatMap { $0.roles.compactMap(rules.role) })
    }

    private static func text(_ leave: Leave) -> String { "\(leave.days.lowerBound) 至 \(leave.days.upperBound)" }
}
