package import Standards
package import Storage

/// Reads long series of daily air values.
package enum AnalysisDayStore {
    /// The valid daily values of an item at a place, by day: as assessed, unrounded.
    package static func values(
        of place: AirPlace, _ item: AirItem, from: CivilDate, to: CivilDate, in connection: ReadConnection
    ) throws -> [(date: CivilDate, value: Rational)] {
        try connection.rows(
            """
            SELECT date, value FROM air_day WHERE place = \(place.id) AND item = \(item.rawValue) AND valid = 1
            AND date BETWEEN \(from.description) AND \(to.description) ORDER BY date
            """
        ) { row -> (date: CivilDate, value: Rational)? in
            guard let date = CivilDate(try row.text("date")),
                let value = try row.optionalText("value").flatMap({ Rational($0) })
            else { return nil }
            return (date, value)
        }.compactMap { $0 }
    }
}
