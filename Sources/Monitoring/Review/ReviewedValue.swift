package import Standards
import Storage

/// One value of the reviewed series: what arrived, what was decided about it, and what counts. A pure fold; the raw value
/// stays beside it for ever.
package struct ReviewedValue: Sendable, Hashable {
    /// How far the review of a value has come.
    package enum State: String, Sendable, CaseIterable {
        /// 原始: nobody has decided about what arrived.
        case raw
        /// 初审: a reviewer decided, or closed the day with it.
        case first
        /// 复审: a second person signed the day after that.
        case second
        /// 上级核定.
        case superior
    }

    /// The latest arrival; nil when nothing came.
    package let raw: Reading?
    package let state: State
    /// What takes part in statistics; nil when nothing does.
    package let value: ExactDecimal?
    /// The decision that stands; nil for none.
    package let standing: HourReview?
    /// Whether the last decision spoke of an earlier arrival, so that what came later waits for a reviewer.
    package let isOutdated: Bool

    /// - Parameters:
    ///   - decisions: about this item of this hour, oldest first.
    ///   - day: the steps of the day's review.
    package init(_ raw: Reading?, decisions: [HourReview], day: ReviewDay = .none) {
        let undone = Set(decisions.compactMap(\.undoes))
        let left = decisions.filter { $0.decision != .undone && !undone.contains($0.sequence) }
        let judged = JudgedValue.text(raw)
        let applying = left.filter { $0.isSuperior || $0.judged == nil || $0.judged == judged }
        // A superior's ruling stands above the bureau's own decisions, whatever comes after it.
        let standing = applying.last { $0.isSuperior } ?? applying.last
        self.raw = raw
        self.standing = standing
        isOutdated = standing?.isSuperior != true && left.last != nil && left.last != applying.last
        value = Self.value(raw, standing)
        state = Self.state(raw, standing, day)
    }

    /// Whether it takes part in statistics.
    package var isValid: Bool { value != nil }
    /// Whether a reviewer took out a value that would count.
    package var isRejected: Bool { standing?.decision == .rejected }
    /// Whether the value that counts was given by a person or by the superior in place of what arrived (手工).
    package var isEntered: Bool { standing?.decision == .entered }
    /// Whether the value counts although somebody doubts it.
    package var isDoubted: Bool { standing?.decision == .doubted }

    private static func value(_ raw: Reading?, _ standing: HourReview?) -> ExactDecimal? {
        switch standing?.decision {
        case .rejected: nil
        case .entered: standing?.entered
        // Accepting does not make a value normal that its device marked otherwise.
        case .accepted, .doubted, .undone, nil: raw.flatMap { $0.isValid ? $0.value : nil }
        }
    }

    private static func state(_ raw: Reading?, _ standing: HourReview?, _ day: ReviewDay) -> State {
        if standing?.isSuperior == true { return .superior }
        let arrived = raw?.arrivedMilliseconds
        func covers(_ step: ReviewStep?) -> Bool {
            guard let step, let arrived else { return false }
            return step.decidedMilliseconds >= arrived
        }
        let isFirst = standing != nil || covers(day.reviewed)
        guard isFirst else { return .raw }
        guard let signed = day.signed, arrived.map({ signed.decidedMilliseconds >= $0 }) ?? true,
            signed.sequence > standing?.sequence ?? 0
        else { return .first }
        return .second
    }
}
