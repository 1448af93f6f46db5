import Standards
import Storage

/// The hourly values of one day, as they count now: what arrived last, and what reviewers decided about it.
struct AirHours {
    /// Element 0 is the hour from 00:00 to 01:00.
    struct Station {
        /// What arrived last.
        var readings: [AirItem: [Reading?]]
        /// Decisions by item and hour 0 … 23, oldest first.
        var reviews: [AirItem: [Int: [HourReview]]] = [:]
        /// How far the day's review has come.
        var day = ReviewDay.none

        /// The values of an item that count, nil where there is none.
        func values(_ item: AirItem) -> [ExactDecimal?] {
            let readings = readings[item] ?? Self.noReadings
            guard let reviews = reviews[item] else {
                return readings.map { reading in reading.flatMap { $0.isValid ? $0.value : nil } }
            }
            return readings.indices.map { hour in
                ReviewedValue(readings[hour], decisions: reviews[hour] ?? []).value
            }
        }

        /// A value with its review.
        ///
        /// - Parameter hour: 0 … 23.
        func reviewed(_ item: AirItem, hour: Int) -> ReviewedValue {
            ReviewedValue(
                (readings[item] ?? Self.noReadings)[hour], decisions: reviews[item]?[hour] ?? [], day: day)
        }

        /// The items and hours of which something was decided, in order.
        var decided: [(item: AirItem, hour: Int)] {
            AirItem.allCases.flatMap { item in
                (reviews[item] ?? [:]).keys.sorted().map { (item, $0) }
            }
        }

        /// Hours for which a message arrived, whatever it said.
        func received(_ item: AirItem) -> Int {
            (readings[item] ?? []).count { $0.map { $0.flag != "NA" && $0.flag != "/" } ?? false }
        }

        /// Whether the item is not monitored here by plan.
        func isNotMonitored(_ item: AirItem) -> Bool {
            let present = (readings[item] ?? []).compactMap { $0 }
            return !present.isEmpty && present.allSatisfy { $0.flag == "/" }
        }

        static let noReadings = [Reading?](repeating: nil, count: 24)
    }

    private var stations: [String: Station] = [:]

    /// The latest arrivals of every hour of a day with the decisions about them.
    ///
    /// - Parameter station: only this one; nil for all.
    static func load(_ day: CivilDate, station: String? = nil, in connection: ReadConnection) throws -> AirHours {
        let span = Period.day(day)
        var hours = AirHours()
        for reading in try ReadingStore.readings(
            from: span.start, to: span.end, seconds: 3_600, object: station, in: connection)
        {
            guard let item = AirItem(rawValue: reading.series.item) else { continue }
            // Rows come in the order of arrival: the last one counts. Written in place, or every row would copy its day.
            hours.stations[reading.series.object, default: Station(readings: [:])]
                .readings[item, default: Station.noReadings][reading.start.beijingHour] = reading
        }
        for review in try ReviewStore.reviews(on: day, of: station, in: connection) {
            guard let item = AirItem(rawValue: review.item) else { continue }
            hours.stations[review.station, default: Station(readings: [:])]
                .reviews[item, default: [:]][review.start.beijingHour, default: []].append(review)
        }
        let days = try ReviewStepStore.days(from: day, to: day, of: station.map { [$0] }, in: connection)
        for (id, steps) in days {
            if let review = steps[day] { hours.stations[id, default: Station(readings: [:])].day = review }
        }
        return hours
    }

    func of(_ station: String) -> Station { stations[station] ?? Station(readings: [:]) }
}
