/// The largest eight-hour mean of ozone of a day (日最大8小时平均, MDA8).
public struct OzoneDay: Hashable, Sendable {
    /// The exact largest eight-hour mean; nil when no window had enough hours.
    public let maximum: Rational?
    /// The clock hour (8 … 24) at which the first window with the maximum ends.
    public let endHour: Int?
    /// How many windows had enough hours.
    public let validWindows: Int
    /// How many windows a day has.
    public let expectedWindows: Int
    /// How many hourly values were present.
    public let validHours: Int
    /// Whether the day counts: enough windows, or a maximum above the limit all the same.
    public let isValid: Bool

    /// The maximum when the day is valid.
    public var validMaximum: Rational? { isValid ? maximum : nil }
}
