package import Registry
package import Standards
package import Storage

/// How complete a station's month is, item by item and day by day, with the cause of everything that is missing.
package struct CompletenessMonth: Sendable {
    package let station: String
    package let days: ClosedRange<CivilDate>
    private var tallies: [CivilDate: [AirItem: AirTally]] = [:]

    /// The month of each of some stations, in their order.
    ///
    /// - Parameters:
    ///   - days: of one month, none after the last that is over.
    ///   - ours: the hours in which our own platform took nothing, by their starts.
    package static func months(
        of stations: [RegisteredObject], _ days: ClosedRange<CivilDate>, ours: Set<Instant>,
        in connection: ReadConnection
    ) throws -> [CompletenessMonth] {
        let work = try ServiceStore.records(
            of: stations.map(\.id), from: Period.day(days.lowerBound).start, to: Period.day(days.upperBound).end,
            in: connection
        ).filter { $0.withdrawn == nil && !$0.marks.isEmpty && $0.work != .outage }
        let workOf = Dictionary(grouping: work, by: \.object)
        let stored = try AirDayTallyProjection.tallies(of: stations.map(\.id), days, in: connection)
        let oursOn = Dictionary(grouping: ours, by: \.beijingDate)
        return try stations.map { station in
            var month = CompletenessMonth(station: station.id, days: days)
            for date in days {
                let day =
                    stored[station.id]?[date]
                    ?? Dictionary(uniqueKeysWithValues: AirItem.allCases.map { ($0, AirTally.silent) })
                let records = (workOf[station.id] ?? []).filter { $0.touches(.day(date)) }
                let isPlain = records.isEmpty && oursOn[date] == nil
                month.tallies[date] =
                    isPlain
                    ? day
                    : try explained(date, of: station.id, records, ours: Set(oursOn[date] ?? []), in: connection)
            }
            return month
        }
    }

    private init(station: String, days: ClosedRange<CivilDate>) {
        self.station = station
        self.days = days
    }

    /// A day of which records of work or our own outages say more than the values themselves.
    private static func explained(
        _ date: CivilDate, of station: String, _ work: [ServiceRecord], ours: Set<Instant>,
        in connection: ReadConnection
    ) throws -> [AirItem: AirTally] {
        let hours = try AirHours.load(date, station: station, in: connection).of(station)
        return AirTally.items(of: hours) { item, hour, cause in
            let period = Period(start: Instant(beijing: date, hour: hour), seconds: 3_600)
            let isWork = work.contains { $0.touches(period) && $0.speaks(of: item.rawValue) }
            return Self.cause(cause, isWork: isWork, isOurs: ours.contains(period.start))
        }
    }

    /// A record of work explains what is missing better than the silence does; so does our own outage.
    private static func cause(_ cause: ReviewGaps.Cause, isWork: Bool, isOurs: Bool) -> ReviewGaps.Cause {
        guard cause == .noMessage || cause == .blank else { return cause }
        return isWork ? .maintenance : (isOurs ? .ours : cause)
    }

    /// One item of one day.
    package func tally(_ item: AirItem, on date: CivilDate) -> AirTally { tallies[date]?[item] ?? AirTally() }

    /// One item of the month.
    package func tally(_ item: AirItem) -> AirTally { sum(days.map { tally(item, on: $0) }) }

    /// All items of one day.
    package func tally(on date: CivilDate) -> AirTally { sum(AirItem.allCases.map { tally($0, on: date) }) }

    /// All of the month.
    package var total: AirTally { sum(AirItem.allCases.map { tally($0) }) }

    private func sum(_ parts: [AirTally]) -> AirTally {
        parts.reduce(into: AirTally()) { $0.add($1) }
    }
}
