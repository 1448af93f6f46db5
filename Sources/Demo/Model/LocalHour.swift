import Standards

/// One clock hour of Beijing time, as a running number: the place in which the model of weather and pollution is asked.
struct LocalHour: Hashable, Comparable, Sendable {
    /// Hours since 1970-01-01T00:00Z; the hour covers [index × 3600 s, + 3600 s).
    let index: Int

    init(index: Int) {
        self.index = index
    }

    /// The hour in which a moment lies.
    init(containing moment: Instant) {
        index = Int(moment.secondsSince1970).floored(by: 3600)
    }

    /// The hour that begins at this hour of a day in Beijing.
    init(_ date: CivilDate, hour: Int) {
        index = date.daysSince1970 * 24 + hour - 8
    }

    var start: Instant { Instant(secondsSince1970: Int64(index) * 3600) }

    /// Civil day in Beijing, counted from 1970-01-01.
    var day: Int { (index + 8).floored(by: 24) }

    var date: CivilDate { CivilDate(daysSince1970: day) }

    /// 0 … 23 in Beijing.
    var hourOfDay: Int { index + 8 - day * 24 }

    /// 0 Monday … 6 Sunday.
    var weekday: Int { (day + 3) - (day + 3).floored(by: 7) * 7 }

    /// Years since 1 January 2000, mean length; the fraction tells the season, the whole the trend.
    var years: Double { (Double(day - 10_957) + Double(hourOfDay) / 24) / 365.2425 }

    /// The hour `hours` later.
    func adding(_ hours: Int) -> LocalHour { LocalHour(index: index + hours) }

    static func < (left: LocalHour, right: LocalHour) -> Bool { left.index < right.index }
}
