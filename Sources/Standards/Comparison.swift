/// A published figure beside an earlier one.
public struct Comparison: Hashable, Sendable {
    /// Which way a figure went.
    public enum Direction: String, CaseIterable, Hashable, Sendable, Codable {
        /// It is larger (上升).
        case rising
        /// It is smaller (下降).
        case falling
        /// It is the same (持平).
        case equal
    }

    /// The earlier value.
    public let before: ExactDecimal
    /// The value compared.
    public let now: ExactDecimal
    /// `now − before`, exact.
    public let difference: ExactDecimal
    /// The change in per cent of the earlier value, rounded; nil for shares and days, and where that value is zero.
    public let percent: ExactDecimal?

    /// Which way it went.
    public var direction: Direction { now == before ? .equal : now > before ? .rising : .falling }
}
