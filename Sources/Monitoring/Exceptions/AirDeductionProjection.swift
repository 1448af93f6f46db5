import Catalog
import Standards
import Storage

/// Keeps what stands in the evaluation of a day in place of measured values that an approved event took out. The measured daily
/// values stay as they are.
enum AirDeductionProjection {
    /// Makes a day again: after its measured values or the decisions about it changed.
    static func update(on day: CivilDate, in connection: WriteConnection, catalog: RuleCatalog) throws {
        for table in ["air_day_deducted", "air_deducted_index"] {
            try connection.execute(SQL(verbatim: "DELETE FROM \(table)") + " WHERE date = \(day.description)")
        }
        let out = try AirExceptionStore.deductions(on: day, in: connection.reading)
        if out.isEmpty { return }
        let measured = Dictionary(
            grouping: try AirDayStore.values(on: day, in: connection.reading), by: \.place)
        let rules = try AirExceptionRule.all(in: catalog, on: day)
        let hours = try AirHours.load(day, in: connection.reading)
        let maker = AirDeduction(day: day, rules: rules, catalog: catalog)
        for (station, items) in out.sorted(by: { $0.key < $1.key }) {
            let place = AirPlace.station(station)
            guard let values = measured[place] else { continue }
            let plan = Set(AirItem.allCases.filter(hours.of(station).isNotMonitored))
            try write(
                try maker.station(values, out: items, notMonitored: plan), of: place, on: day, in: connection)
        }
        guard let district = measured[.district] else { return }
        let evaluated = try connection.reading.rows(
            "SELECT id FROM registry_station WHERE evaluated = 1 ORDER BY id"
        ) { try $0.text("id") }
        let points = evaluated.map { (id: $0, values: measured[.station($0)] ?? []) }
        if let evaluation = try maker.district(district, points: points, out: out) {
            try write(evaluation, of: .district, on: day, in: connection)
        }
    }

    private static func write(
        _ evaluation: AirDeduction.Evaluation, of place: AirPlace, on day: CivilDate, in connection: WriteConnection
    ) throws {
        for value in evaluation.values {
            try connection.execute(
                """
                INSERT INTO air_day_deducted (date, place, item, value, used, received, expected, valid, rule, word, seq)
                VALUES (\(day.description), \(place.id), \(value.item.rawValue), \(value.value?.description),
                \(value.used), \(value.received), \(value.expected), \(value.isValid), \(value.rule), \(value.word),
                \(value.sequence))
                """)
        }
        try connection.execute(
            """
            INSERT INTO air_deducted_index (date, place, aqi, level, counts) VALUES (\(day.description), \(place.id),
            \(evaluation.aqi.map(Int64.init)), \(evaluation.level.map(Int64.init)), \(evaluation.countsGoodDays))
            """)
    }
}
