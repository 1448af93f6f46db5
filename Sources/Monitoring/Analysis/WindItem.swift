import Standards

/// The items of wind: what channels of devices (HJ 212 a01007, a01008) and columns of files are bound to.
package enum WindItem {
    /// m/s.
    package static let speed = "windSpeed"
    /// Degrees from which it blows, clockwise from north.
    package static let direction = "windDirection"

    /// What a value of an item may be: speeds up to the strongest ever measured at the ground, directions round the compass.
    static func range(of item: String) -> ClosedRange<ExactDecimal> { item == direction ? 0...360 : 0...120 }
}
