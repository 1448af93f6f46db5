package import Standards

/// A day of every year.
package struct MonthAndDay: Hashable, Sendable {
    /// 1 … 12.
    package let month: Int
    /// 1 … 31.
    package let day: Int

    /// Reads `03-01`; nil for a day that not every year has.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let month = Int(parts[0]),
            let day = Int(parts[1]), CivilDate(year: 2001, month: month, day: day) != nil
        else { return nil }
        self.month = month
        self.day = day
    }

    /// The first such day on or after a day.
    package func next(from start: CivilDate) -> CivilDate {
        let found = CivilDate(year: start.year, month: month, day: day) ?? start
        return found >= start ? found : found.adding(years: 1)
    }
}
