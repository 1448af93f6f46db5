package import Standards
import Storage

/// One value as it arrived. A later value of the same period is another reading; none is ever changed.
package struct Reading: Hashable, Sendable {
    package let series: SeriesKey
    /// Start of the period.
    package let start: Instant
    /// When it arrived, in milliseconds since 1970-01-01T00:00:00Z.
    package let arrivedMilliseconds: Int64
    package let origin: ReadingOrigin
    /// The value as sent, in the item's unit; nil when the message says that there is none.
    package let value: ExactDecimal?
    /// Whether the value is a detection limit that was not reached (`0.01L`).
    package let isBelowDetection: Bool
    /// The device's or file's mark: `N` normal, other letters of HJ 212 table 8, `/` not monitored, `NA` blank.
    package let flag: String

    package init(
        series: SeriesKey, start: Instant, arrivedMilliseconds: Int64, origin: ReadingOrigin, value: ExactDecimal?,
        isBelowDetection: Bool = false, flag: String
    ) {
        self.series = series
        self.start = start
        self.arrivedMilliseconds = arrivedMilliseconds
        self.origin = origin
        self.value = value
        self.isBelowDetection = isBelowDetection
        self.flag = flag
    }

    /// Whether it was measured by hand (手工).
    package var isManual: Bool {
        if case .manual = origin { true } else { false }
    }

    /// Whether the value takes part in statistics: it is there and marked normal.
    ///
    /// Over-range, maintenance, calibration, fault and other marks do not (HJ 212-2017 table 8).
    package var isValid: Bool { value != nil && (flag.isEmpty || flag == "N") }
}
