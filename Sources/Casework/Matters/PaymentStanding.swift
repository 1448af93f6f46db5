package import Law
package import Standards

/// What is owed and paid of a fine as of a day: derived from the history, never stored.
package struct PaymentStanding: Hashable, Sendable {
    package let fine: Money
    package let payments: [LateFine.Payment]
    /// The last day in time; nil while its clock has not begun.
    package let due: CivilDate?
    /// What is added for lateness; nil while nothing is.
    package let late: LateFine?
    /// The reasons for which nothing is added now: review, suit.
    package let stoppedFor: [String]

    /// What has been paid of the fine.
    package var paid: Money { Money(fen: payments.map(\.amount.fen).reduce(0, +)) }
    /// What is left of it.
    package var unpaid: Money { Money(fen: max(0, fine.fen - paid.fen)) }
}

extension Matter {
    /// What is owed and paid; nil of procedures without money, and while the fine is not stated.
    ///
    /// - Parameter rules: of the day of the decision.
    /// - Throws: `LawError` with `.overflow`.
    package func payment(on day: CivilDate, by rules: ExecutionRules) throws -> PaymentStanding? {
        guard let terms = procedure.payment, case .money(let fen)? = facts[terms.fine] else { return nil }
        let fine = Money(fen: fen)
        let due = clocks.last { $0.run.terms.name == terms.due }?.deadline.day
        let run = clocks.last { $0.run.terms.name == terms.late }?.run
        var late: LateFine?
        if let run {
            let stopped = run.pauses.map { rest in
                let from = rest.from.beijingDate
                return from...max(from, rest.to?.beijingDate ?? day)
            }
            late = try LateFine(
                of: fine, due: run.countsFrom, payments: payments, stopped: stopped,
                on: min(day, run.stopped?.beijingDate ?? day), by: rules)
        }
        return PaymentStanding(
            fine: fine, payments: payments, due: due, late: late, stoppedFor: run?.openGrounds ?? [])
    }
}
