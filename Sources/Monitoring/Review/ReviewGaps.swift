package import Standards
import Storage

/// What is missing of a station's day, item by item and hour by hour, with the cause of each.
package struct ReviewGaps: Sendable, Hashable {
    package enum Cause: String, Sendable, CaseIterable {
        /// No message came.
        case noMessage
        /// The device says that it is off.
        case stopped
        /// The device says that it is maintained or calibrated.
        case maintenance
        /// The device's mark makes it invalid: fault, over range, broken link.
        case invalid
        /// A message came without a value.
        case blank
        /// A reviewer or the superior rejected it.
        case rejected
        /// Our own platform did not run or was not to be reached.
        case ours
    }

    /// How many values there should be; items not monitored by plan are not counted.
    package let expected: Int
    package let counts: [Cause: Int]

    /// - Parameters:
    ///   - dueHours: the number of hours that have ended.
    ///   - value: of an hour 1 … 24 and item, with its review.
    package init(_ day: AirStationDay, dueHours: Int, value: (Int, AirItem) -> ReviewedValue) {
        var expected = 0
        var counts: [Cause: Int] = [:]
        for hour in day.hours.prefix(dueHours) {
            for item in AirItem.allCases where hour.values[item] != .notMonitored {
                expected += 1
                if let cause = Self.cause(value(hour.number, item)) { counts[cause, default: 0] += 1 }
            }
        }
        self.expected = expected
        self.counts = counts
    }

    /// Why a value does not count; nil where it does.
    package static func cause(_ value: ReviewedValue) -> Cause? {
        if value.isValid { return nil }
        if value.isRejected { return .rejected }
        guard let raw = value.raw else { return .noMessage }
        switch raw.flag {
        case "F": return .stopped
        case "M", "C": return .maintenance
        case "NA", "", "N": return .blank
        default: return .invalid
        }
    }
}
