package import Standards

/// How often a point of a plan is sampled: the stretches of a year of which each is a task.
package struct ManualFrequency: Sendable, Hashable {
    package enum Every: String, CaseIterable, Sendable {
        case day, week
        case tenDays = "ten-days"
        case month, quarter
        case halfYear = "half-year"
        case year
    }

    package let code: String
    package let title: String
    package let every: Every

    package init(code: String, title: String, every: Every) {
        self.code = code
        self.title = title
        self.every = every
    }

    /// The stretches of a year in their order, each named by its first day.
    package func windows(of year: Int) -> [ClosedRange<CivilDate>] {
        guard let first = CivilDate(year: year, month: 1, day: 1) else { return [] }
        var windows: [ClosedRange<CivilDate>] = []
        // A week begins on Monday and belongs to the year in which it begins.
        var start = every == .week ? first.adding(days: (8 - first.weekday) % 7) : first
        while start.year == year {
            let end = lastDay(from: start)
            windows.append(start...end)
            start = end.adding(days: 1)
        }
        return windows
    }

    /// The stretch of a year that begins on a day; nil where none does.
    package func window(startingOn day: CivilDate, year: Int) -> ClosedRange<CivilDate>? {
        windows(of: year).first { $0.lowerBound == day }
    }

    private func lastDay(from start: CivilDate) -> CivilDate {
        switch every {
        case .day: start
        case .week: start.adding(days: 6)
        case .tenDays: start.day < 21 ? start.adding(days: 9) : start.lastOfMonth
        case .month: start.lastOfMonth
        case .quarter: start.adding(months: 2).lastOfMonth
        case .halfYear: start.adding(months: 5).lastOfMonth
        case .year: start.lastOfYear
        }
    }
}
