import Standards
import Storage

/// The hourly values of one day, as they count now.
struct AirHours {
    /// Element 0 is the hour from 00:00 to 01:00.
    struct Station {
        var readings: [AirItem: [Reading?]]

        /// The valid values of an item, nil where there is none.
        func values(_ item: AirItem) -> [ExactDecimal?] {
            (readings[item] ?? Self.noReadings).map { reading in
                reading.flatMap { $0.isValid ? $0.value : nil }
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

    /// The latest arrivals of every hour of a day.
    static func load(_ day: CivilDate, in connection: ReadConnection) throws -> AirHours {
        let span = Period.day(day)
        var hours = AirHours()
        for reading in try ReadingStore.readings(from: span.start, to: span.end, seconds: 3_600, in: connection) {
            guard let item = AirItem(rawValue: reading.series.item) else { continue }
            // Rows come in the order of arrival: the last one counts. Written in place, or every row would copy its day.
            hours.stations[reading.series.object, default: Station(readings: [:])]
                .readings[item, default: Station.noReadings][reading.start.beijingHour] = reading
        }
        return hours
    }

    func of(_ station: String) -> Station { stations[station] ?? Station(readings: [:]) }
}
