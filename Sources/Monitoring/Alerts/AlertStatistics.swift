package import Standards

/// How good the alerts of a month are, counted: how many of those shown were real, and how many real ones were not shown.
package struct AlertStatistics: Sendable {
    /// Alerts that were brought before a person and not suppressed.
    package let shown: Int
    /// Of these: found real, mistaken, undecided, not closed.
    package let real: Int
    package let mistaken: Int
    package let undecided: Int
    package let open: Int
    /// Alerts that were suppressed, those among them that went to a person by the draw, and what was found of these.
    package let suppressed: Int
    package let sampled: Int
    package let sampledReal: Int
    package let sampledMistaken: Int
    /// Events on record of which no alert told.
    package let reportedMisses: Int
    /// Closed or open behind their time.
    package let overdue: Int

    /// - Parameter milliseconds: now, since 1970-01-01T00:00:00Z.
    package init(_ alerts: [Alert], misses: Int, at milliseconds: Int64) {
        let direct = alerts.filter(\.suppressed.isEmpty)
        let hidden = alerts.filter { !$0.suppressed.isEmpty }
        let drawn = hidden.filter(\.isSampled)
        shown = direct.count
        real = direct.count { $0.outcome == .real }
        mistaken = direct.count { $0.outcome == .mistaken }
        undecided = direct.count { $0.outcome == .undecided }
        open = direct.count { $0.outcome == nil }
        suppressed = hidden.count
        sampled = drawn.count
        sampledReal = drawn.count { $0.outcome == .real }
        sampledMistaken = drawn.count { $0.outcome == .mistaken }
        reportedMisses = misses
        overdue = alerts.count { $0.isOverdue(at: milliseconds) }
    }

    /// Real ones of those decided (准确率); nil while none is decided. Undecided and open ones are in neither.
    package var precision: ProportionInterval? { ProportionInterval(real, of: real + mistaken) }

    /// Real ones of the suppressed that went to a person and were decided (误抑制率); nil while none is decided.
    package var wrongSuppression: ProportionInterval? {
        ProportionInterval(sampledReal, of: sampledReal + sampledMistaken)
    }

    /// A miss rate with the ends of its interval.
    package struct MissRate: Sendable, Hashable {
        package let share: Rational
        package let lower: Rational
        package let upper: Rational
    }

    /// Real events that were not shown, of all real ones known or to be expected (漏报率).
    ///
    /// The suppressed ones that nobody looked at hold as large a share of real ones as those that were drawn; the interval is
    /// that share's, carried through. Nil where ones were suppressed and none of the drawn is decided, or nothing is real.
    package var missRate: MissRate? {
        let decided = sampledReal + sampledMistaken
        let unseen = suppressed - decided
        guard suppressed == 0 || decided > 0 else { return nil }
        func rate(_ share: Rational) -> Rational? {
            let missed = share * Rational(unseen) + Rational(reportedMisses) + Rational(sampledReal)
            return try? missed / (missed + Rational(real))
        }
        guard let interval = wrongSuppression else {
            return rate(0).map { MissRate(share: $0, lower: $0, upper: $0) }
        }
        guard let share = rate(interval.share), let lower = rate(interval.lower), let upper = rate(interval.upper)
        else { return nil }
        return MissRate(share: share, lower: lower, upper: upper)
    }
}
