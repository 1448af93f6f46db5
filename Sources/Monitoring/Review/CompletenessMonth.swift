package import Registry
package import Standards
package import Storage

/// How complete a station's month is, item by item and day by day, with the cause of everything that is missing.
package struct CompletenessMonth: Sendable {
    /// What there should be, what came and what counts, with the causes of the rest.
    package struct Tally: Sendable, Hashable {
        /// Items that are not monitored by plan are not expected.
        package private(set) var expected = 0
        /// A number arrived, whatever became of it.
        package private(set) var received = 0
        /// Measured values that count: neither marked nor rejected nor entered by hand.
        package private(set) var valid = 0
        package private(set) var causes: [ReviewGaps.Cause: Int] = [:]

        mutating func add(_ value: ReviewedValue, because cause: ReviewGaps.Cause?) {
            expected += 1
            if let raw = value.raw, raw.flag != "NA" { received += 1 }
            if let cause {
                causes[cause, default: 0] += 1
            } else {
                valid += 1
            }
        }

        package init() {}

        package mutating func add(_ other: Tally) {
            expected += other.expected
            received += other.received
            valid += other.valid
            causes.merge(other.causes) { $0 + $1 }
        }
    }

    package let station: String
    package let days: ClosedRange<CivilDate>
    private var tallies: [CivilDate: [AirItem: Tally]] = [:]

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
        var months = stations.map { CompletenessMonth(station: $0.id, days: days) }
        for date in days {
            let only = stations.count == 1 ? stations[0].id : nil
            let hours = try AirHours.load(date, station: only, in: connection)
            for index in months.indices {
                let station = months[index].station
                months[index].count(hours.of(station), on: date, work: workOf[station] ?? [], ours: ours)
            }
        }
        return months
    }

    private init(station: String, days: ClosedRange<CivilDate>) {
        self.station = station
        self.days = days
    }

    private mutating func count(
        _ hours: AirHours.Station, on date: CivilDate, work: [ServiceRecord], ours: Set<Instant>
    ) {
        for hour in 0..<24 {
            let period = Period(start: Instant(beijing: date, hour: hour), seconds: 3_600)
            for item in AirItem.allCases {
                let value = hours.reviewed(item, hour: hour)
                if value.raw?.flag == "/" { continue }
                let isWork = work.contains { $0.touches(period) && $0.speaks(of: item.rawValue) }
                tallies[date, default: [:]][item, default: Tally()].add(
                    value, because: Self.cause(value, isWork: isWork, isOurs: ours.contains(period.start)))
            }
        }
    }

    /// A record of work explains what is missing better than the silence does; so does our own outage.
    private static func cause(_ value: ReviewedValue, isWork: Bool, isOurs: Bool) -> ReviewGaps.Cause? {
        if value.isEntered { return .rejected }
        guard let cause = ReviewGaps.cause(value) else { return nil }
        guard cause == .noMessage || cause == .blank else { return cause }
        return isWork ? .maintenance : (isOurs ? .ours : cause)
    }

    /// One item of one day.
    package func tally(_ item: AirItem, on date: CivilDate) -> Tally { tallies[date]?[item] ?? Tally() }

    /// One item of the month.
    package func tally(_ item: AirItem) -> Tally { sum(days.map { tally(item, on: $0) }) }

    /// All items of one day.
    package func tally(on date: CivilDate) -> Tally { sum(AirItem.allCases.map { tally($0, on: date) }) }

    /// All of the month.
    package var total: Tally { sum(AirItem.allCases.map { tally($0) }) }

    private func sum(_ parts: [Tally]) -> Tally {
        parts.reduce(into: Tally()) { $0.add($1) }
    }
}
