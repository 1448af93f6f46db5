import Reporting
import Standards

/// A period as an address names it, a day, a month or a year: of a report, of a part of a figure's inputs.
struct ReportPeriod: Sendable, Hashable {
    /// How long it is.
    enum Length: Sendable {
        case day, month, year

        init(_ definition: PaperDefinition) {
            self =
                switch definition.period {
                case .month: .month
                case .year: .year
                default: .day
                }
        }
    }

    /// The day, the first day of the month, or the last day of the year: what counts up to a date is complete there.
    let date: CivilDate
    let length: Length

    init(_ date: CivilDate, of definition: PaperDefinition) {
        self.init(date, Length(definition))
    }

    /// - Throws: `SiteError` with `.badParameter` for text that names no such period.
    init(_ text: String) throws(SiteError) {
        if let day = CivilDate(text) {
            self.init(day, .day)
        } else if let month = CivilDate(month: text) {
            self.init(month, .month)
        } else if let day = CivilDate(text + "-12-31"), text.utf8.count == 4 {
            self.init(day, .year)
        } else {
            throw SiteError(.badParameter, subject: "时段", detail: text)
        }
    }

    /// `2026-11-21`, `2026-10` or `2026`.
    var address: String {
        switch length {
        case .day: date.description
        case .month: date.monthText
        case .year: String(date.year)
        }
    }

    /// In words.
    var text: String {
        switch length {
        case .day: "\(date.chinese)（\(date.weekdayText)）"
        case .month: date.chineseMonth
        case .year: "\(date.year)年"
        }
    }

    /// The period before.
    var previous: ReportPeriod {
        switch length {
        case .day: ReportPeriod(date.adding(days: -1), length)
        case .month: ReportPeriod(date.firstOfPreviousMonth, length)
        case .year: ReportPeriod(date.adding(years: -1), length)
        }
    }

    /// The period after.
    var next: ReportPeriod {
        switch length {
        case .day: ReportPeriod(date.adding(days: 1), length)
        case .month: ReportPeriod(date.firstOfNextMonth, length)
        case .year: ReportPeriod(date.adding(years: 1), length)
        }
    }

    /// The first day behind it: from then on it is over.
    var behind: CivilDate {
        switch length {
        case .day, .year: date.adding(days: 1)
        case .month: date.firstOfNextMonth
        }
    }

    /// Whether a day lies in it.
    func contains(_ day: CivilDate) -> Bool { ReportPeriod(day, length) == self }

    init(_ date: CivilDate, _ length: Length) {
        switch length {
        case .day: self.date = date
        case .month: self.date = date.firstOfMonth
        case .year: self.date = date.lastOfYear
        }
        self.length = length
    }
}
