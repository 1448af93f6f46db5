/// A day of the Gregorian calendar, counted in days since 1970-01-01.
///
/// Needs no time zone data and no Foundation. Years 0001 … 9999; arithmetic that would leave them stops at the first or
/// last day instead of trapping.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, negative before.
    public let daysSince1970: Int

    /// 0001-01-01, the first day that can be named.
    public static let first = CivilDate(daysSince1970: -719_162)
    /// 9999-12-31, the last day that can be named.
    public static let last = CivilDate(daysSince1970: 2_932_896)

    /// The day `days` after 1970-01-01, or the first or last day when that lies outside years 0001 … 9999.
    public init(daysSince1970 days: Int) {
        daysSince1970 = min(max(days, -719_162), 2_932_896)
    }

    /// The day with this year (1 … 9999), month (1 … 12) and day of the month; nil when there is none.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.days(inMonth: month, of: year)
        else { return nil }
        self.init(daysSince1970: CivilDate.days(year: year, month: month, day: day))
    }

    /// The year, 1 … 9999.
    public var year: Int { civil.year }
    /// The month, 1 … 12.
    public var month: Int { civil.month }
    /// The day of the month, 1 … 31.
    public var day: Int { civil.day }

    /// The day of the week, Monday 1 … Sunday 7.
    public var weekday: Int { (daysSince1970 + 719_162) % 7 + 1 }

    /// Order by time.
    public static func < (left: CivilDate, right: CivilDate) -> Bool { left.daysSince1970 < right.daysSince1970 }

    /// Days from 1970-01-01, by counting 400-year cycles of a year that begins in March.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month > 2 ? year : year - 1
        let cycle = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfCycle = shiftedYear - cycle * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return cycle * 146_097 + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear - 719_468
    }

    /// Year, month and day; the inverse of `days(year:month:day:)`.
    var civil: (year: Int, month: Int, day: Int) {
        // Days are at least -719,162, so the shifted count and all quotients are not negative.
        let shifted = daysSince1970 + 719_468
        let cycle = shifted / 146_097
        let dayOfCycle = shifted - cycle * 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
