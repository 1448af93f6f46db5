package import Standards
package import Storage

/// Questions about the months for which sections are judged.
package enum WaterMonthStore {
    /// The latest month with any class, not after a month; nil when there is none.
    package static func latest(upTo month: CivilDate, in connection: ReadConnection) throws -> CivilDate? {
        let text = month.monthText
        return try connection.first("SELECT max(month) AS month FROM water_month_class WHERE month <= \(text)") { row in
            try row.optionalText("month").flatMap { CivilDate($0 + "-01") }
        } ?? nil
    }
}
