/// A rate that may be exceeded for a moment: it fills with time and empties with what is taken.
///
/// More can be taken than there is, because what was received cannot be sent back; the debt is then waited off.
struct TokenBucket: Hashable {
    /// Thousandths, so that a rate a second is one a millisecond; below zero for a debt.
    private var level: Int64
    private var filledAt: Int64

    /// A full bucket.
    init(burst: Int, at now: Int64) {
        level = Int64(burst) * 1_000
        filledAt = now
    }

    /// Takes out, and fills before that.
    ///
    /// - Returns: the milliseconds until the debt is paid; 0 when there is none.
    mutating func take(_ count: Int, perSecond rate: Int, burst: Int, at now: Int64) -> Int64 {
        fill(perSecond: rate, burst: burst, at: now)
        level -= Int64(count) * 1_000
        return level >= 0 ? 0 : (-level + Int64(rate) - 1) / Int64(rate)
    }

    /// Whether nothing of it is known any more, so that it need not be kept.
    mutating func isFull(perSecond rate: Int, burst: Int, at now: Int64) -> Bool {
        fill(perSecond: rate, burst: burst, at: now)
        return level >= Int64(burst) * 1_000
    }

    private mutating func fill(perSecond rate: Int, burst: Int, at now: Int64) {
        let elapsed = max(0, now - filledAt)
        filledAt = max(now, filledAt)
        let gained = elapsed.multipliedReportingOverflow(by: Int64(rate))
        let full = Int64(burst) * 1_000
        level = gained.overflow ? full : min(full, level + min(gained.partialValue, full - min(level, 0)))
    }
}
