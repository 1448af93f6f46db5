import Standards

/// Rows of hours for tests: a whole noise day of one point.
enum NoiseHours {
    static let header = "time,station,zone,leq"

    /// 24 rows from 06:00 of a date on, labelled by the end of the hour.
    static func day(
        _ date: String, _ station: String, _ zone: String, day: [String], night: [String]
    ) -> [String] {
        guard let first = CivilDate(date) else { return [] }
        return (day + night).enumerated().map { index, level in
            "\(Instant(beijing: first, hour: 7 + index)),\(station),\(zone),\(level)"
        }
    }

    /// Equal levels by day and by night.
    static func even(_ date: String, _ station: String, _ zone: String, _ day: String, _ night: String) -> [String] {
        self.day(
            date, station, zone, day: Array(repeating: day, count: 16), night: Array(repeating: night, count: 8))
    }
}
