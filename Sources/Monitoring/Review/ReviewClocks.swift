package import Catalog
package import Standards

/// By when a day is reported and reviewed, and a contractor answers: catalog data of the bureau.
package struct ReviewClocks: Sendable, Hashable {
    static let folder = "monitoring/review"
    private static let id = "review-clocks"
    private static let keys = ["report_hour", "review_hour", "review_workdays", "answer_hours"]

    /// The hour of the next day by which the daily report goes out, weekend or not.
    package let reportHour: Int
    /// So many workdays after the day its review must be signed, by this hour.
    package let reviewWorkdays: Int
    package let reviewHour: Int
    /// Hours that a contractor has for an answer where the request says nothing else.
    package let answerHours: Int
    /// The rule as records and pages cite it.
    package let header: RuleHeader

    /// - Throws: `CatalogError` with the faults of the file, or when none was in force.
    package init(_ catalog: RuleCatalog, on date: CivilDate) throws(CatalogError) {
        self = try catalog.reading(id: Self.id, under: Self.folder, on: date) { Self($0, with: $1) }
    }

    private init(_ file: RuleFile, with reader: RuleReader) {
        let body = reader.body(keys: Self.keys)
        header = file.header
        reportHour = body.integer("report_hour", in: 1...24)
        reviewHour = body.integer("review_hour", in: 1...24)
        reviewWorkdays = body.integer("review_workdays", in: 1...30)
        answerHours = body.integer("answer_hours", in: 1...720)
    }

    /// Every fault of every version of the file, for `catalog check`.
    package static func faults(in catalog: RuleCatalog) -> [CatalogFault] {
        catalog.files(under: folder).flatMap { file in
            let reader = RuleReader(file)
            _ = Self(file, with: reader)
            return reader.faults
        }.sorted()
    }

    /// When the report of a day is due.
    package func reportDue(of day: CivilDate) -> Instant {
        Instant(beijing: day.adding(days: 1), hour: 0).adding(seconds: reportHour * 3_600)
    }

    /// When the review of a day is due.
    ///
    /// - Parameter workday: the first workday from a day on, that day included.
    package func reviewDue(of day: CivilDate, workday: (CivilDate) -> CivilDate) -> Instant {
        var date = day
        for _ in 0..<reviewWorkdays { date = workday(date.adding(days: 1)) }
        return Instant(beijing: date, hour: 0).adding(seconds: reviewHour * 3_600)
    }
}
