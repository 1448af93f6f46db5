package import Standards

/// A month's mean of daily means, where enough days are valid.
package struct MonthlyMean: Sendable, Hashable {
    /// Its first day.
    package let month: CivilDate
    /// How many daily means.
    package let days: Int
    /// Nil where they are too few.
    package let mean: Rational?

    package init(month: CivilDate, days: Int, mean: Rational?) {
        self.month = month
        self.days = days
        self.mean = mean
    }

    /// The months of daily values, by time; only months with any value.
    package static func months(_ days: [(date: CivilDate, value: Rational)], rule: AnalysisRule) -> [MonthlyMean] {
        let byMonth = Dictionary(grouping: days, by: \.date.firstOfMonth)
        return byMonth.keys.sorted().map { month in
            var moments = Moments()
            for day in byMonth[month] ?? [] { moments.add(day.value) }
            let least = month.month == 2 ? rule.februaryDays : rule.monthDays
            return MonthlyMean(month: month, days: moments.count, mean: moments.count >= least ? moments.mean : nil)
        }
    }
}
