import Reporting
import Standards

/// The period of a report as its address names it: a day, or a month.
struct ReportPeriod: Sendable, Hashable {
    /// The day, or the first day of the month.
    let date: CivilDate
    let isMonth: Bool

    init(_ date: CivilDate, of definition: PaperDefinition) {
        isMonth = definition.period == .month
        self.date = isMonth ? date.firstOfMonth : date
    }

    /// - Throws: `SiteError` with `.badParameter` for text that names no such period.
    init(_ text: String) throws(SiteError) {
        if let day = CivilDate(text) {
            date = day
            isMonth = false
        } else if let month = CivilDate(month: text) {
            date = month
            isMonth = true
        } else {
            throw SiteError(.badParameter, subject: "时段", detail: text)
        }
    }

    /// `2026-11-21` or `2026-10`.
    var address: String { isMonth ? date.monthText : date.description }

    /// In words.
    var text: String { isMonth ? date.chineseMonth : "\(date.chinese)（\(date.weekdayText)）" }

    /// The period before.
    var previous: ReportPeriod {
        ReportPeriod(date: isMonth ? date.firstOfPreviousMonth : date.adding(days: -1), isMonth: isMonth)
    }

    /// The period after.
    var next: ReportPeriod {
        ReportPeriod(date: isMonth ? date.firstOfNextMonth : date.adding(days: 1), isMonth: isMonth)
    }

    private init(date: CivilDate, isMonth: Bool) {
        self.date = date
        self.isMonth = isMonth
    }
}
