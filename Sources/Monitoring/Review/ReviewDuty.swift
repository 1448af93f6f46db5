package import Standards
package import Storage

/// Who reviews on a day.
package struct ReviewDuty: Sendable, Hashable {
    package let date: CivilDate
    /// A 角.
    package let main: String
    /// B 角; empty for none.
    package let substitute: String
    package let sequence: Int64

    /// The duties of a span by day; days without one are left out.
    package static func all(
        on days: ClosedRange<CivilDate>, in connection: ReadConnection
    ) throws -> [CivilDate: ReviewDuty] {
        let duties = try connection.rows(
            """
            SELECT date, main, substitute, seq FROM review_duty
            WHERE date >= \(days.lowerBound.description) AND date <= \(days.upperBound.description)
            """
        ) { row in
            ReviewDuty(
                date: CivilDate(try row.text("date")) ?? .first, main: try row.text("main"),
                substitute: try row.text("substitute"), sequence: try row.integer("seq"))
        }
        return Dictionary(duties.map { ($0.date, $0) }) { $1 }
    }
}
