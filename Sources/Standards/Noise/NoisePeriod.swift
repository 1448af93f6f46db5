/// The two parts of a day in which noise is judged.
public enum NoisePeriod: String, Hashable, Sendable, CaseIterable {
    /// 昼间, 16 hours.
    case day
    /// 夜间, 8 hours.
    case night

    /// How many hours it has (GB 3096-2008; 生态环境法典 art. 572 for the night).
    public var hours: Int { self == .day ? 16 : 8 }
}
