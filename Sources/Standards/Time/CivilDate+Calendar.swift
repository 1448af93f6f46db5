extension CivilDate {
    /// The number of days in the month (1 … 12) of a year.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a year has 366 days.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The number of days in this date's month.
    public var daysInMonth: Int {
        let (year, month, _) = civil
        return CivilDate.days(inMonth: month, of: year)
    }

    /// The number of days in this date's year.
    public var daysInYear: Int { CivilDate.isLeap(year) ? 366 : 365 }

    /// The first day of this date's month.
    public var firstOfMonth: CivilDate { adding(days: 1 - day) }

    /// The last day of this date's month.
    public var lastOfMonth: CivilDate { adding(days: daysInMonth - day) }

    /// The first day of the following month.
    public var firstOfNextMonth: CivilDate { lastOfMonth.adding(days: 1) }

    /// The first day of the month before.
    public var firstOfPreviousMonth: CivilDate { firstOfMonth.adding(days: -1).firstOfMonth }

    /// The first day of this date's quarter.
    public var firstOfQuarter: CivilDate { CivilDate(year: year, month: (month - 1) / 3 * 3 + 1, day: 1) ?? .first }

    /// 1 January of this date's year.
    public var firstOfYear: CivilDate { CivilDate(year: year, month: 1, day: 1) ?? .first }

    /// 31 December of this date's year.
    public var lastOfYear: CivilDate { firstOfYear.adding(days: daysInYear - 1) }

    /// The day `days` later (earlier when negative).
    public func adding(days: Int) -> CivilDate {
        let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
        guard !overflow else { return days > 0 ? .last : .first }
        return CivilDate(daysSince1970: sum)
    }

    /// The same day `months` later, or the last day of that month when it is shorter: 31 January plus one is 28
    /// or 29 February.
    public func adding(months: Int) -> CivilDate {
        let (year, month, day) = civil
        let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, index >= 12 else { return months > 0 ? .last : .first }
        let targetYear = index / 12
        let targetMonth = index % 12 + 1
        let targetDay = min(day, CivilDate.days(inMonth: targetMonth, of: targetYear))
        return CivilDate(year: targetYear, month: targetMonth, day: targetDay) ?? .last
    }

    /// The same day `years` later; 29 February becomes 28 February where there is none.
    public func adding(years: Int) -> CivilDate {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        guard !overflow else { return years > 0 ? .last : .first }
        return adding(months: months)
    }

    /// The number of days from this date to another, negative when the other is earlier.
    public func days(until other: CivilDate) -> Int { other.daysSince1970 - daysSince1970 }
}

extension CivilDate: Strideable {
    /// The number of days to another date, so that `a...b` can be walked.
    public func distance(to other: CivilDate) -> Int { days(until: other) }

    /// The day `days` later.
    public func advanced(by days: Int) -> CivilDate { adding(days: days) }
}
