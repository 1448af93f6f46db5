/// What a period is compared with (`--compare`); the earlier one stands in the same table.
package enum PeriodComparison: String, CaseIterable, Hashable, Sendable {
    /// The same period of the year before (同比).
    case yearOnYear = "yoy"
    /// The period before (环比).
    case periodOnPeriod = "mom"
}
