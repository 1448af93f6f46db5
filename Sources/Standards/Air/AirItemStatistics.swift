/// The statistics of one item over a period, exact, with the counts that tell whether they may be used.
public struct AirItemStatistics: Hashable, Sendable {
    /// The item.
    public let item: AirItem
    /// The mean of the day values with valid and expected days.
    public let mean: AirMean
    /// The exact percentile that the rule names for the item; nil when there is no day.
    public let percentile: Rational?
    /// First days of the months that have too few days.
    public let shortMonths: [CivilDate]

    /// Whether mean and percentile may be published and judged.
    public var isValid: Bool { mean.isValid }

    /// A statistic when it is valid.
    public func validValue(_ statistic: AirStatistic) -> Rational? {
        guard isValid else { return nil }
        return statistic == .mean ? mean.mean : percentile
    }
}
