/// How the values of the days of a period become the one value that is judged.
public enum AirStatistic: String, CaseIterable, Hashable, Sendable, Codable {
    /// The arithmetic mean of the day values.
    case mean
    /// The percentile that HJ 663 names for the item.
    case percentile
}
