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
    /// The object that the document is about; nil where it is about none in particular.
    let object: String?

    /// Between the period and the object in an address.
    private static let mark: Character = "~"

    /// The period of a document that a date lies in.
    init(_ date: CivilDate, of definition: PaperDefinition, about object: String? = nil) {
        self.init(date, Length(definition), about: object)
    }

    /// - Throws: `SiteError` with `.badParameter` for text that names no such period.
    init(_ text: String) throws(SiteError) {
        let parts = text.split(separator: Self.mark, maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        try self.init(period: parts[0], about: parts.count > 1 ? parts[1] : nil)
    }

    private init(period text: String, about object: String?) throws(SiteError) {
        if let day = CivilDate(text) {
            self.init(day, .day, about: object)
        } else if let month = CivilDate(month: text) {
            self.init(month, .month, about: object)
        } else if let day = CivilDate(text + "-12-31"), text.utf8.count == 4 {
            self.init(day, .year, about: object)
        } else {
            throw SiteError(.badParameter, subject: "时段", detail: text)
        }
    }

    /// `2026-11-21`, `2026-10` or `2026`, and behind `~` the object.
    var address: String {
        let period =
            switch length {
            case .day: date.description
            case .month: date.monthText
            case .year: String(date.year)
            }
        return object.map { "\(period)\(Self.mark)\($0)" } ?? period
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
        case .day: ReportPeriod(date.adding(days: -1), length, about: object)
        case .month: ReportPeriod(date.firstOfPreviousMonth, length, about: object)
        case .year: ReportPeriod(date.adding(years: -1), length, about: object)
        }
    }

    /// The period after.
    var next: ReportPeriod {
        switch length {
        case .day: ReportPeriod(date.adding(days: 1), length, about: object)
        case .month: ReportPeriod(date.firstOfNextMonth, length, about: object)
        case .year: ReportPeriod(date.adding(years: 1), length, about: object)
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
    func contains(_ day: CivilDate) -> Bool { ReportPeriod(day, length, about: object) == self }

    init(_ date: CivilDate, _ length: Length, about object: String? = nil) {
        self.object = object
        switch length {
        case .day: self.date = date
        case .month: self.date = date.firstOfMonth
        case .year: self.date = date.lastOfYear
        }
        self.length = length
    }
}
