package import Standards

/// The stretch of days that a figure covers, seen from its date.
package enum FigurePeriod: String, CaseIterable, Sendable {
    case day
    case month
    case previousMonth = "previous-month"
    case sameMonthLastYear = "same-month-last-year"
    case monthToDate = "month-to-date"
    case yearToDate = "year-to-date"
    /// From 1 January of last year to the same day of last year (29 February counts as 28).
    case yearToDateLastYear = "year-to-date-last-year"
    case year
    /// The whole year before.
    case lastYear = "last-year"

    /// First and last day, both included.
    package func span(at date: CivilDate) -> (from: CivilDate, to: CivilDate) {
        switch self {
        case .day: (date, date)
        case .month: (date.firstOfMonth, date.lastOfMonth)
        case .previousMonth: (date.firstOfPreviousMonth, date.firstOfPreviousMonth.lastOfMonth)
        case .sameMonthLastYear: (date.firstOfMonth.adding(years: -1), date.firstOfMonth.adding(years: -1).lastOfMonth)
        case .monthToDate: (date.firstOfMonth, date)
        case .yearToDate: (date.firstOfYear, date)
        case .yearToDateLastYear: (date.adding(years: -1).firstOfYear, date.adding(years: -1))
        case .year: (date.firstOfYear, date.lastOfYear)
        case .lastYear: (date.adding(years: -1).firstOfYear, date.adding(years: -1).lastOfYear)
        }
    }
}
