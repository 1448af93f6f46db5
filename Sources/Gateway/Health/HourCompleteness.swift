/// What of an hour of a device has arrived, of what was to be expected.
package struct HourCompleteness: Sendable, Hashable {
    package enum State: Sendable, Hashable {
        /// All that has to be there is there.
        case full
        /// Something is missing.
        case partial
        /// Nothing came.
        case missing
        /// The hour or its period is not over yet.
        case due
        /// Before the device was known, or nothing is expected of it.
        case none
    }

    package let state: State
    /// Values that came, of those expected; packets of hour data, minute data and minutes with realtime data each count one.
    package let arrived: Int
    package let expected: Int
    /// Whether the data of the hour came: its hour data, or enough of the others where it has none.
    package let isReceived: Bool
    /// Packets that came in it and could not be used.
    package let faults: Int

    /// Whether all of it had to be there by now.
    package var isDue: Bool { [.full, .partial, .missing].contains(state) }

    /// - Parameters:
    ///   - start: of the hour, like all times in seconds since 1970-01-01T00:00:00Z.
    ///   - hour: what is known of the hour; nil when nothing came in it or about it.
    ///   - leastMinutes: so many minutes of an hour with data are enough, and of other parts of it the like share.
    ///   - period: the hour in which the period of hour data begins that the hour is part of; the hour itself for most.
    package static func judge(
        start: Int64, _ hour: DeviceHour?, period: DeviceHour?, _ expectation: DeviceExpectation, leastMinutes: Int,
        known since: Int64, now: Int64
    ) -> HourCompleteness {
        var parts: [(arrived: Int, expected: Int)] = []
        // From before it was known a device sends hour data alone; they count, what is missing does not.
        let isBefore = start + 3_600 <= since
        if let seconds = expectation.realtimeSeconds, seconds > 0, !isBefore {
            let expected = max(1, min(60, 3_600 / seconds))
            parts.append((min(expected, hour?.realtimeMinutes ?? 0), expected))
        }
        if let seconds = expectation.minuteSeconds, seconds > 0, !isBefore {
            let expected = max(1, 3_600 / seconds)
            parts.append((min(expected, hour?.minuteData ?? 0), expected))
        }
        let hasHourData = (period?.hourData ?? 0) > 0
        if expectation.hourSeconds != nil { parts.append((hasHourData ? 1 : 0, 1)) }
        let isFull = parts.allSatisfy { $0.arrived * 60 >= $0.expected * leastMinutes }
        let arrived = parts.reduce(0) { $0 + $1.arrived }
        let expected = parts.reduce(0) { $0 + $1.expected }
        func result(_ state: State) -> HourCompleteness {
            HourCompleteness(
                state: state, arrived: arrived, expected: state == .none ? 0 : expected,
                isReceived: expectation.hourSeconds == nil ? state == .full : hasHourData,
                faults: Int(hour?.counts.unusable ?? 0))
        }
        guard expected > 0, !isBefore || arrived > 0 else { return result(.none) }
        if isFull { return result(.full) }
        // Hour data come when their period is over, and some minutes later.
        let end = start + Int64(max(3_600, expectation.hourSeconds ?? 0)) + 900
        if now < end { return result(.due) }
        return result(arrived > 0 ? .partial : .missing)
    }

    /// The hours from one to before another, in their order.
    package static func hours(
        _ hours: [DeviceHour], from: Int64, to: Int64, _ expectation: DeviceExpectation, leastMinutes: Int,
        known since: Int64, now: Int64
    ) -> [HourCompleteness] {
        let byStart = Dictionary(hours.map { ($0.start, $0) }, uniquingKeysWith: { first, _ in first })
        let length = Int64(max(3_600, expectation.hourSeconds ?? 3_600))
        return stride(from: from, to: to, by: 3_600).map { start in
            // Periods are counted from midnight in Beijing.
            let local = start + 28_800
            return judge(
                start: start, byStart[start], period: byStart[local - local % length - 28_800], expectation,
                leastMinutes: leastMinutes, known: since, now: now)
        }
    }
}
