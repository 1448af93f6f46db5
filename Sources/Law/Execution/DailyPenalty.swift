package import Standards

/// A penalty for each day on which a polluter went on after the order to correct (按日连续处罚): the first fine times the days.
package struct DailyPenalty: Hashable, Sendable {
    /// An order to correct and the inspection that found it not followed.
    package struct Round: Hashable, Sendable {
        /// The day on which the order was served.
        package let served: CivilDate
        /// The day on which going on was found, or the inspection was refused.
        package let found: CivilDate

        /// - Throws: `LawError` with `.reversedConduct` when nothing was found after the order.
        package init(served: CivilDate, found: CivilDate) throws(LawError) {
            guard found > served else { throw LawError(.reversedConduct, date: found) }
            self.served = served
            self.found = found
        }

        /// The day after the order to the day of the inspection.
        var days: ClosedRange<CivilDate> { served.adding(days: 1)...found }
    }

    package let fine: Money
    /// Days that count, each once.
    package let days: Int
    package let amount: Money
    /// The arithmetic in words.
    package let arithmetic: String

    /// - Parameters:
    ///   - fine: the fine of the first decision.
    ///   - rounds: of all inspections that found it going on; their days add up.
    ///   - stopped: days on which nothing was discharged because of a halt, a closure or a seizure; they do not count.
    /// - Throws: `LawError` with `.overflow`.
    package init(
        of fine: Money, rounds: [Round], stopped: [ClosedRange<CivilDate>] = []
    ) throws(LawError) {
        var counted: Set<CivilDate> = []
        for round in rounds {
            for day in round.days where !stopped.contains(where: { $0.contains(day) }) { counted.insert(day) }
        }
        let (fen, isTooLarge) = fine.fen.multipliedReportingOverflow(by: Int64(counted.count))
        if isTooLarge { throw LawError(.overflow) }
        self.fine = fine
        days = counted.count
        amount = Money(fen: fen)
        let spans = rounds.map { "\($0.days.lowerBound)至\($0.days.upperBound)" }.joined(separator: "、")
        arithmetic = "\(spans)\(stopped.isEmpty ? "" : "，扣除停止排放的日数")，计 \(days) 日；\(fine)×\(days)=\(amount)"
    }
}
