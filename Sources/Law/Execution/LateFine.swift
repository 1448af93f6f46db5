package import Standards

/// The additional fine for late payment (加处罚款) as it stands on a day: derived from what was paid and when, never stored.
package struct LateFine: Hashable, Sendable {
    package struct Payment: Hashable, Sendable {
        package let date: CivilDate
        package let amount: Money

        package init(on date: CivilDate, _ amount: Money) {
            self.date = date
            self.amount = amount
        }
    }

    /// What has grown.
    package let amount: Money
    /// Days that counted.
    package let days: Int
    /// Days of review and suit, which do not count.
    package let stoppedDays: Int
    /// Whether it has reached its greatest amount.
    package let isGreatest: Bool
    /// What of the fine itself is not paid yet.
    package let unpaid: Money

    /// - Parameters:
    ///   - fine: as imposed.
    ///   - due: the last day in time; of a fine in instalments that of the instalment.
    ///   - payments: on the fine itself; on the day of a payment its amount is not late any more.
    ///   - stopped: days of review (复议) and suit (诉讼), both ends included; they may overlap.
    ///   - date: up to and with this day.
    /// - Throws: `LawError` with `.overflow`.
    package init(
        of fine: Money, due: CivilDate, payments: [Payment], stopped: [ClosedRange<CivilDate>], on date: CivilDate,
        by rules: ExecutionRules
    ) throws(LawError) {
        var fen = Rational.zero
        var (counted, halted) = (0, 0)
        var day = due.adding(days: 1)
        while day <= date {
            let open = Self.open(fine, payments, on: day)
            if open == .zero { break }
            if stopped.contains(where: { $0.contains(day) }) {
                halted += 1
            } else {
                counted += 1
                fen += try Money.divided(Rational(open.fen) * rules.latePercent, by: 100)
            }
            day = day.adding(days: 1)
        }
        let greatest = try Money.divided(Rational(fine.fen) * rules.greatestPercent, by: 100)
        isGreatest = fen >= greatest && fine > .zero
        amount = try Money.rounding(min(fen, greatest))
        days = counted
        stoppedDays = halted
        unpaid = Self.open(fine, payments, on: date)
    }

    private static func open(_ fine: Money, _ payments: [Payment], on date: CivilDate) -> Money {
        let paid = payments.filter { $0.date <= date }.map(\.amount.fen).reduce(0, +)
        return Money(fen: max(0, fine.fen - paid))
    }
}
