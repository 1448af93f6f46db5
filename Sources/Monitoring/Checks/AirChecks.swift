package import Standards

/// Automatic checks of hourly air values over one day, as the pages of the day show them: the tests of the engine, with their
/// thresholds named here.
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

    private static let hour = 3_600
    /// Messages of any item, as a series of its own.
    private static let anyItem = "any"

    /// Everything found on a day, by station and first hour.
    ///
    /// - Parameter dueHours: the number of hours that have ended.
    package static func findings(_ days: [AirStationDay], dueHours: Int) -> [AirFinding] {
        guard let date = days.first?.date else { return [] }
        let day = Period.day(date)
        let due = day.start..<day.start.adding(seconds: dueHours * hour)
        let field = CheckField(days.flatMap { series(of: $0, dueHours: dueHours) }, due: due)
        let found = field.series.flatMap { series in
            tests(of: series.item).flatMap { kind, checkKind, test in
                CheckEngine.findings(
                    test, of: series, in: field,
                    as: CheckReference(id: kind.rawValue, title: kind.rawValue, version: date, kind: checkKind),
                    judged: day.start..<day.end
                ).map { AirFinding($0, kind) }
            }
        }
        return found.sorted {
            ($0.station, $0.hours.lowerBound, $0.kind.rawValue) < ($1.station, $1.hours.lowerBound, $1.kind.rawValue)
        }
    }

    private static func tests(of item: String) -> [(AirFinding.Kind, CheckKind, CheckTest)] {
        guard let item = AirItem(rawValue: item) else {
            return [(.silent, .missing, .missing(MissingTest(of: .message, suspect: silentHours * hour)))]
        }
        let spike = NeighbourTest(factor: ExactDecimal(spikeFactor), least: spikeNeighbours, above: spikeFloor)
        var tests: [(AirFinding.Kind, CheckKind, CheckTest)] = [(.spike, .neighbours, .neighbours(spike))]
        if item == .pm25 {
            tests.append((.inverted, .ordering, .ordering(OrderingTest(partOf: AirItem.pm10.rawValue))))
        }
        if flatItems.contains(item) {
            let flat = FlatLineTest(
                suspect: flatHours * hour, above: 0, neighboursMove: flatMovement, neighboursLeast: spikeNeighbours)
            tests.append((.flat, .flatLine, .flatLine(flat)))
        }
        return tests
    }

    private static func series(of day: AirStationDay, dueHours: Int) -> [CheckSeries] {
        let items = AirItem.allCases.map { item in
            CheckSeries(
                station: day.station, kind: "station", item: item.rawValue, seconds: hour,
                points: day.hours.map { CheckSeries.Point(start: $0.start, value: $0.values[item].concentration) })
        }
        let messages = day.hours.prefix(dueHours).filter(\.hasMessage)
            .map { CheckSeries.Point(start: $0.start, value: nil) }
        return items + [
            CheckSeries(station: day.station, kind: "station", item: anyItem, seconds: hour, points: messages)
        ]
    }
}

extension AirFinding {
    /// What the engine found, in hours of the day.
    fileprivate init(_ finding: CheckFinding, _ kind: Kind) {
        let first = finding.span.start.beijingHour + 1
        self.init(
            kind: kind, station: finding.station, items: finding.items.compactMap(AirItem.init),
            hours: first...(first + finding.span.seconds / 3_600 - 1), value: finding.value,
            reference: finding.reference)
    }
}
