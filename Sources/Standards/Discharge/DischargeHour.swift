/// One hour of one item of an outlet, as received.
public struct DischargeHour: Hashable, Sendable {
    /// When it starts.
    public let start: Instant
    /// The mean as sent; nil when none came.
    public let value: ExactDecimal?
    /// The device's flag as sent; empty for none.
    public let flag: String
    /// Oxygen of the same hour in percent; nil when not measured.
    public let oxygen: ExactDecimal?
    /// Gas or water in m³ of the hour; nil when not measured.
    public let flow: ExactDecimal?
    /// Valid minutes of the hour; nil when not reported.
    public let validMinutes: Int?
    /// What the enterprise declared about the hour.
    public let mark: DischargeMark?

    /// Makes an hour.
    public init(
        start: Instant, value: ExactDecimal?, flag: String = "", oxygen: ExactDecimal? = nil,
        flow: ExactDecimal? = nil, validMinutes: Int? = nil, mark: DischargeMark? = nil
    ) {
        self.start = start
        self.value = value
        self.flag = flag
        self.oxygen = oxygen
        self.flow = flow
        self.validMinutes = validMinutes
        self.mark = mark
    }

    /// The stretch of time.
    public var period: Period { .hour(startingAt: start) }
}
