package import Standards

/// The 24 hours of one station's day.
package struct AirStationDay: Sendable {
    /// The station's code.
    package let station: String
    package let date: CivilDate
    /// Element 0 is the hour from 00:00 to 01:00.
    package let hours: [AirStationHour]

    /// Item-hours that were due, arrived with a number, and are valid; items not monitored by plan are not due.
    package struct Completeness: Sendable, Hashable {
        package let expected: Int
        package let received: Int
        package let valid: Int
    }

    /// How complete the day is.
    ///
    /// - Parameter dueHours: the number of hours that have ended.
    package func completeness(dueHours: Int) -> Completeness {
        var expected = 0
        var received = 0
        var valid = 0
        for hour in hours.prefix(dueHours) {
            for item in AirItem.allCases where hour.values[item] != .notMonitored {
                expected += 1
                guard let reading = hour.readings[item] else { continue }
                if reading.flag != "NA" { received += 1 }
                if reading.isValid { valid += 1 }
            }
        }
        return Completeness(expected: expected, received: received, valid: valid)
    }

    /// Whether anything came on this day.
    package var hasMessage: Bool { hours.contains { $0.hasMessage } }
}
