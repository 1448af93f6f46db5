package import Standards
package import Storage

/// Questions about daily air values.
package enum AirDayStore {
    /// The daily values of every place on a day.
    package static func values(on day: CivilDate, in connection: ReadConnection) throws -> [AirDayValue] {
        try connection.rows(
            """
            SELECT date, place, item, value, used, received, expected, valid, rule FROM air_day
            WHERE date = \(day.description) ORDER BY place, item
            """,
            value(from:)
        ).compactMap { $0 }
    }

    /// The daily value of an item at a place; nil when there is none.
    static func value(
        of place: AirPlace, _ item: AirItem, on day: CivilDate, in connection: ReadConnection
    ) throws -> AirDayValue? {
        try connection.first(
            """
            SELECT date, place, item, value, used, received, expected, valid, rule FROM air_day
            WHERE date = \(day.description) AND place = \(place.id) AND item = \(item.rawValue)
            """,
            value(from:)
        ) ?? nil
    }

    /// The daily AQI of a place over a span, by day.
    package static func indices(
        of place: AirPlace, from: CivilDate, to: CivilDate, in connection: ReadConnection
    ) throws -> [AirDayIndex] {
        try connection.rows(
            """
            SELECT date, place, aqi, level, rule FROM air_day_index
            WHERE place = \(place.id) AND date BETWEEN \(from.description) AND \(to.description) ORDER BY date
            """
        ) { row in
            AirDayIndex(
                place: place, date: CivilDate(try row.text("date")) ?? .first,
                aqi: try row.optionalInteger("aqi").map(Int.init),
                level: try row.optionalInteger("level").map(Int.init),
                rule: try row.text("rule"))
        }
    }

    /// The IAQI of each item of a place's day, in publication order.
    package static func itemIndices(
        of place: AirPlace, on day: CivilDate, in connection: ReadConnection
    ) throws -> [(item: AirItem, iaqi: Int, concentration: ExactDecimal)] {
        try connection.rows(
            """
            SELECT item, iaqi, concentration FROM air_day_iaqi
            WHERE date = \(day.description) AND place = \(place.id)
            """
        ) { row in
            (
                item: AirItem(rawValue: try row.text("item")) ?? .so2, iaqi: Int(try row.integer("iaqi")),
                concentration: ExactDecimal(try row.text("concentration")) ?? .zero
            )
        }.sorted { $0.item < $1.item }
    }

    private static func value(from row: SQLRow) throws -> AirDayValue? {
        guard let item = AirItem(rawValue: try row.text("item")), let date = CivilDate(try row.text("date"))
        else { return nil }
        return AirDayValue(
            place: AirPlace(id: try row.text("place")), date: date, item: item,
            value: try row.optionalText("value").flatMap { Rational($0) }, used: Int(try row.integer("used")),
            received: Int(try row.integer("received")), expected: Int(try row.integer("expected")),
            isValid: try row.flag("valid"), rule: try row.text("rule"))
    }
}
