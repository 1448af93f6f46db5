package import Standards

/// Which days are workdays, as far as notices are known.
///
/// In a year without a notice weekends alone are days off, and what depends on it is provisional.
package struct WorkCalendar: Sendable {
    /// The years with a notice.
    package let years: [Int: HolidayYear]
    /// The rules of counting, with their articles.
    package let counting: CountingRule
    private let off: [CivilDate: String]
    private let work: [CivilDate: String]
    /// The most make-up workdays any notice has had: no year without one is expected to have more.
    let mostMakeUpDays: Int

    /// A calendar of notices; days of a year come from its own notice and from that of the year after.
    package init(years: [HolidayYear], counting: CountingRule) {
        self.years = Dictionary(years.map { ($0.year, $0) }) { first, _ in first }
        self.counting = counting
        off = years.reduce(into: [:]) { $0.merge($1.off) { first, _ in first } }
        work = years.reduce(into: [:]) { $0.merge($1.work) { first, _ in first } }
        mostMakeUpDays = years.map(\.work.count).max() ?? 0
    }

    /// Whether people work on a day.
    package func isWorkday(_ day: CivilDate) -> Bool {
        if work[day] != nil { return true }
        return off[day] == nil && !Self.isWeekend(day)
    }

    /// Whether a notice gives the day off as part of a festival; its weekends are among them.
    package func isHoliday(_ day: CivilDate) -> Bool { off[day] != nil }

    /// Whether the notice of a day's year is known.
    package func isNoticed(_ day: CivilDate) -> Bool { years[day.year] != nil }

    /// The first workday from a day on, itself included.
    package func workday(from day: CivilDate) -> CivilDate {
        var day = day
        while !isWorkday(day), day < .last { day = day.adding(days: 1) }
        return day
    }

    /// The number of workdays after one day up to another, the other included; 0 when the other is not later.
    package func workdays(after start: CivilDate, through end: CivilDate) -> Int {
        guard start < end else { return 0 }
        return (start.adding(days: 1)...end).count { isWorkday($0) }
    }

    /// Saturday and Sunday.
    static func isWeekend(_ day: CivilDate) -> Bool { day.weekday > 5 }
}
