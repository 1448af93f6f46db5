import Standards

/// What there should be of an item over some hours, what came and what counts, with the causes of the rest.
package struct AirTally: Sendable, Hashable {
    /// Items that are not monitored by plan are not expected.
    package internal(set) var expected = 0
    /// A number arrived, whatever became of it.
    package internal(set) var received = 0
    /// Measured values that count: neither marked nor rejected nor entered by hand.
    package internal(set) var valid = 0
    package internal(set) var causes: [ReviewGaps.Cause: Int] = [:]

    package init() {}

    /// The hours of a station's day, by item.
    ///
    /// - Parameter cause: what explains the lack of a value better than the value itself; nil leaves it as it is.
    static func items(
        of hours: AirHours.Station, because cause: (AirItem, Int, ReviewGaps.Cause) -> ReviewGaps.Cause = { $2 }
    ) -> [AirItem: AirTally] {
        var tallies: [AirItem: AirTally] = [:]
        for item in AirItem.allCases {
            var tally = AirTally()
            for hour in 0..<24 {
                let value = hours.reviewed(item, hour: hour)
                if value.raw?.flag == "/" { continue }
                tally.expected += 1
                if let raw = value.raw, raw.flag != "NA" { tally.received += 1 }
                let plain = value.isEntered ? .rejected : ReviewGaps.cause(value)
                if let plain {
                    tally.causes[cause(item, hour, plain), default: 0] += 1
                } else {
                    tally.valid += 1
                }
            }
            tallies[item] = tally
        }
        return tallies
    }

    /// A day of which nothing arrived.
    static let silent: AirTally = {
        var tally = AirTally()
        tally.expected = 24
        tally.causes = [.noMessage: 24]
        return tally
    }()

    package mutating func add(_ other: AirTally) {
        expected += other.expected
        received += other.received
        valid += other.valid
        causes.merge(other.causes) { $0 + $1 }
    }
}
