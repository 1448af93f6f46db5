import Catalog
package import Ledger
package import Records
import Registry
import Standards
package import Storage

/// Daily air values: of each station from its hours, of the district from its evaluated stations, and the daily AQI of
/// both. A daily value never averages hourly AQI; it judges daily means (HJ 633).
package struct AirDayProjection: Projection {
    package init() {}

    private static let tables = ["air_day", "air_day_iaqi", "air_day_index", AirDayTallyProjection.table]

    package let name = "air-days"
    package let version = 3

    package var definitions: [Definition] {
        [
            .table(
                "air_day",
                """
                (date TEXT NOT NULL, place TEXT NOT NULL, item TEXT NOT NULL, value TEXT, used INTEGER NOT NULL,
                received INTEGER NOT NULL, expected INTEGER NOT NULL, valid INTEGER NOT NULL, rule TEXT NOT NULL,
                PRIMARY KEY (date, place, item)) STRICT, WITHOUT ROWID
                """),
            .table(
                "air_day_iaqi",
                """
                (date TEXT NOT NULL, place TEXT NOT NULL, item TEXT NOT NULL, iaqi INTEGER NOT NULL,
                concentration TEXT NOT NULL, PRIMARY KEY (date, place, item)) STRICT, WITHOUT ROWID
                """),
            .table(
                "air_day_index",
                """
                (date TEXT NOT NULL, place TEXT NOT NULL, aqi INTEGER, level INTEGER, rule TEXT NOT NULL,
                PRIMARY KEY (date, place)) STRICT, WITHOUT ROWID
                """),
            .table(AirDayTallyProjection.table, AirDayTallyProjection.columns),
            .table("air_day_counted", "(station TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID"),
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        guard record.action == RegistryActions.objectRegistered else { return }
        // Which stations count is the same for all days, as in a replay, which reads packets behind all records.
        let counted = try Self.evaluatedStations(in: connection.reading)
        let before = try connection.reading.rows("SELECT station FROM air_day_counted ORDER BY station") {
            try $0.text("station")
        }
        if counted == before { return }
        try connection.execute("DELETE FROM air_day_counted")
        for station in counted { try connection.execute("INSERT INTO air_day_counted (station) VALUES (\(station))") }
        let days = try connection.reading.rows("SELECT DISTINCT date FROM air_day ORDER BY date") {
            try $0.text("date")
        }
        for day in days.compactMap({ CivilDate($0) }) {
            try Self.updateDistrict(on: day, in: connection, catalog: archive.catalog)
            try AirDeductionProjection.update(on: day, in: connection, catalog: archive.catalog)
        }
    }

    package func rulesChanged(in connection: WriteConnection, from archive: Archive) throws {
        for table in Self.tables { try connection.execute(SQL(verbatim: "DELETE FROM \(table)")) }
        var changes = try ReadingChanges.ofAll(seconds: 3_600, in: connection.reading)
        for (day, stations) in try ReviewStore.days(in: connection.reading) {
            for station in stations { changes.noteReview(of: station, on: day) }
        }
        for (day, stations) in changes.airDays.sorted(by: { $0.key < $1.key }) {
            try Self.update(day, stations: stations, in: connection, catalog: archive.catalog)
        }
    }

    /// Makes the values of a day again, for the stations named and for the district when one of them counts.
    static func update(
        _ day: CivilDate, stations: Set<String>, in connection: WriteConnection, catalog: RuleCatalog
    ) throws {
        guard try hasRules(on: day, catalog) else { return }
        // Outlets measure SO2 too: only registered stations have daily air values.
        let registered = try connection.reading.rows("SELECT id FROM registry_station") { try $0.text("id") }
        let stations = stations.intersection(registered)
        if stations.isEmpty { return }
        let hours = try AirHours.load(day, in: connection.reading)
        for station in stations.sorted() {
            let values = try AirDayValues(of: hours.of(station), on: day, catalog: catalog)
            try write(values, of: .station(station), on: day, in: connection, catalog: catalog)
            try AirDayTallyProjection.write(hours.of(station), of: station, on: day, in: connection)
        }
        let evaluated = try evaluatedStations(in: connection.reading)
        if !stations.isDisjoint(with: evaluated) {
            try updateDistrict(on: day, in: connection, catalog: catalog)
        }
        try AirDeductionProjection.update(on: day, in: connection, catalog: catalog)
    }

    /// Whether rules were in force: before them the hours stay as they are, without daily values.
    private static func hasRules(on day: CivilDate, _ catalog: RuleCatalog) throws -> Bool {
        do throws(CatalogError) {
            _ = try catalog.rule(.airStatistics, on: day)
            _ = try catalog.rule(.airIndex, on: day)
            return true
        } catch {
            guard error.code == .nothingInForce else { throw error }
            return false
        }
    }

    private static func evaluatedStations(in connection: ReadConnection) throws -> [String] {
        try connection.rows("SELECT id FROM registry_station WHERE evaluated = 1 ORDER BY id") { try $0.text("id") }
    }

    /// The district has a day where a station that counts now has one; whether it had one before says nothing.
    private static func updateDistrict(
        on day: CivilDate, in connection: WriteConnection, catalog: RuleCatalog
    ) throws {
        let stations = try evaluatedStations(in: connection.reading)
        var points: [String: [String: AirDayValues.Item]] = [:]
        for row in try AirDayStore.values(on: day, in: connection.reading) {
            points[row.place.id, default: [:]][row.item.rawValue] = AirDayValues.Item(
                value: row.value, used: row.used, received: row.received, expected: row.expected, isValid: row.isValid)
        }
        guard stations.contains(where: { points[$0] != nil }) else {
            return try remove(.district, on: day, in: connection)
        }
        let values = try AirDayValues(
            ofPoints: stations.map { points[$0] ?? [:] }, on: day, catalog: catalog)
        try write(values, of: .district, on: day, in: connection, catalog: catalog)
    }

    private static func remove(_ place: AirPlace, on day: CivilDate, in connection: WriteConnection) throws {
        for table in tables {
            try connection.execute(
                SQL(verbatim: "DELETE FROM \(table)") + " WHERE date = \(day.description) AND place = \(place.id)")
        }
    }

    private static func write(
        _ values: AirDayValues, of place: AirPlace, on day: CivilDate, in connection: WriteConnection,
        catalog: RuleCatalog
    ) throws {
        let date = day.description
        try remove(place, on: day, in: connection)
        for item in AirItem.allCases {
            guard let value = values.items[item] else { continue }
            try connection.execute(
                """
                INSERT INTO air_day (date, place, item, value, used, received, expected, valid, rule) VALUES
                (\(date), \(place.id), \(item.rawValue), \(value.value?.description), \(value.used),
                \(value.received), \(value.expected), \(value.isValid), \(values.rule))
                """)
        }
        let rule = try catalog.rule(.airIndex, on: day)
        let rounded = try values.rounded()
        let result = rule.daily(rounded)
        for item in AirItem.allCases {
            guard let iaqi = result.iaqi(item), let concentration = rounded[item].concentration else { continue }
            try connection.execute(
                """
                INSERT INTO air_day_iaqi (date, place, item, iaqi, concentration)
                VALUES (\(date), \(place.id), \(item.rawValue), \(iaqi), \(concentration.description))
                """)
        }
        try connection.execute(
            """
            INSERT INTO air_day_index (date, place, aqi, level, rule)
            VALUES (\(date), \(place.id), \(result.aqi.map(Int64.init)), \(result.level.map(Int64.init)), \(rule.id))
            """)
    }
}
