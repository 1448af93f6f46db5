/// Good and bad days of a period (优良天数). Days without a publishable AQI are in neither.
public struct AirDayCount: Hashable, Sendable {
    /// Days whose AQI is good.
    public private(set) var good = 0
    /// Days whose AQI is worse.
    public private(set) var bad = 0
    /// The largest good AQI.
    public let goodUpTo: Int

    /// An empty count.
    public init(goodUpTo: Int) {
        self.goodUpTo = goodUpTo
    }

    /// Counts one day; a day without AQI does not count.
    public mutating func add(aqi: Int?) {
        guard let aqi else { return }
        if aqi <= goodUpTo { good += 1 } else { bad += 1 }
    }

    /// Days with an AQI.
    public var valid: Int { good + bad }

    /// The exact share of good days in per cent (优良天数比例); nil when no day is valid.
    public var rate: Rational? { try? Rational(good * 100) / Rational(valid) }
}
