package import Standards

/// Automatic checks of hourly air values: look-ups over one day, with their thresholds named here.
///
/// The thresholds are the bureau's own practice, not a standard's; they only put hours before a reviewer.
package enum AirChecks {
    /// Hours without a message from which a station counts as silent: one lost hour is ordinary, three need a call.
    package static let silentHours = 3
    /// A value above so many times the median of the other stations is a spike.
    package static let spikeFactor = 3
    /// Below this concentration, in the item's unit, relative jumps are ordinary.
    package static let spikeFloor: ExactDecimal = 100
    /// A median of fewer stations says nothing about the neighbourhood.
    package static let spikeNeighbours = 3
    /// Equal values in a row from which an instrument may hang.
    package static let flatHours = 4
    /// SO2 and CO lie so low that rounding alone makes them equal for hours.
    package static let flatItems: [AirItem] = [.no2, .pm10, .pm25, .o3]
    /// An instrument hangs when it stands still while the air moves: the median of the other stations must have moved by
    /// more than one part in so many of its largest value.
    package static let flatMovement = 5

    /// Everything found on a day, by station and first hour.
    ///
    /// - Parameter dueHours: the number of hours that have ended.
    package static func findings(_ days: [AirStationDay], dueHours: Int) -> [AirFinding] {
        var found = spikes(days)
        for day in days {
            found += silences(day, dueHours: dueHours) + inversions(day) + flatLines(day, among: days)
        }
        return found.sorted {
            ($0.station, $0.hours.lowerBound, $0.kind.rawValue) < ($1.station, $1.hours.lowerBound, $1.kind.rawValue)
        }
    }

    /// Stretches of hours without any message.
    package static func silences(_ day: AirStationDay, dueHours: Int) -> [AirFinding] {
        runs(of: day.hours.prefix(dueHours).map { $0.hasMessage ? nil : true }).filter { $0.count >= silentHours }
            .map {
                AirFinding(kind: .silent, station: day.station, items: [], hours: $0.lowerBound + 1...$0.upperBound + 1)
            }
    }

    /// Values more than `spikeFactor` times the median of the other stations in the same hour, and above `spikeFloor`.
    package static func spikes(_ days: [AirStationDay]) -> [AirFinding] {
        var found: [AirFinding] = []
        for hour in 0..<24 {
            for item in AirItem.allCases {
                let present = days.compactMap { day -> (station: String, value: ExactDecimal)? in
                    guard day.hours.indices.contains(hour), let value = day.hours[hour].values[item].concentration
                    else { return nil }
                    return (day.station, value)
                }
                for (index, one) in present.enumerated() where one.value > spikeFloor {
                    var others = present
                    others.remove(at: index)
                    guard others.count >= spikeNeighbours, let median = median(of: others.map(\.value)),
                        one.value.rational > median * Rational(spikeFactor)
                    else { continue }
                    found.append(
                        AirFinding(
                            kind: .spike, station: one.station, items: [item], hours: hour + 1...hour + 1,
                            value: one.value, reference: median))
                }
            }
        }
        return found
    }

    /// Hours in which PM2.5 is above PM10.
    package static func inversions(_ day: AirStationDay) -> [AirFinding] {
        day.hours.compactMap { hour in
            guard let fine = hour.values.pm25.concentration, let coarse = hour.values.pm10.concentration, fine > coarse
            else { return nil }
            return AirFinding(
                kind: .inverted, station: day.station, items: [.pm25, .pm10], hours: hour.number...hour.number,
                value: fine, reference: coarse.rational)
        }
    }

    /// Runs of at least `flatHours` equal values above zero while the other stations moved. Without enough other stations
    /// the run alone is said.
    package static func flatLines(_ day: AirStationDay, among days: [AirStationDay]) -> [AirFinding] {
        let others = days.filter { $0.station != day.station }
        return flatItems.flatMap { item in
            let values = day.hours.map { hour in
                hour.values[item].concentration.flatMap { $0 > .zero ? $0 : nil }
            }
            return runs(of: values).filter { $0.count >= flatHours && hasMoved(item, in: $0, others) }.map { run in
                AirFinding(
                    kind: .flat, station: day.station, items: [item], hours: run.lowerBound + 1...run.upperBound + 1,
                    value: values[run.lowerBound])
            }
        }
    }

    private static func hasMoved(_ item: AirItem, in run: ClosedRange<Int>, _ others: [AirStationDay]) -> Bool {
        let medians = run.compactMap { hour -> Rational? in
            let present = others.compactMap {
                $0.hours.indices.contains(hour) ? $0.hours[hour].values[item].concentration : nil
            }
            return present.count >= spikeNeighbours ? median(of: present) : nil
        }
        guard medians.count == run.count, let least = medians.min(), let most = medians.max() else { return true }
        return (most - least) * Rational(flatMovement) > most
    }

    /// The middle of the values, or the mean of the two middle ones; nil for none.
    package static func median(of values: [ExactDecimal]) -> Rational? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        if !sorted.count.isMultiple(of: 2) { return sorted[middle].rational }
        return try? (sorted[middle - 1].rational + sorted[middle].rational) / 2
    }

    /// Stretches of equal elements that are not nil, as closed ranges of indices.
    private static func runs<Element: Equatable>(of elements: [Element?]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        var start = 0
        for index in elements.indices {
            if index > start, elements[index] == elements[start] { continue }
            if start < index, elements[start] != nil { runs.append(start...index - 1) }
            start = index
        }
        if start < elements.count, elements[start] != nil { runs.append(start...elements.count - 1) }
        return runs
    }
}
