import Standards

/// An hour of a station as its address names it.
struct HourPlace: Sendable, Hashable {
    let station: String
    let date: CivilDate
    /// 1 … 24, the hour at whose end it stands.
    let hour: Int

    init(station: String, date: CivilDate, hour: Int) {
        self.station = station
        self.date = date
        self.hour = hour
    }

    /// - Throws: `SiteError` with `.badParameter`.
    init(_ context: SiteContext) throws {
        station = try context.segment("station")
        date = try RequestQuery.date(try context.segment("date"), "日期")
        let text = try context.segment("hour")
        guard let hour = Int(text), (1...24).contains(hour) else {
            throw SiteError(.badParameter, subject: "时段", detail: text)
        }
        self.hour = hour
    }

    var start: Instant { Instant(beijing: date, hour: hour - 1) }

    /// The hour before.
    var previous: HourPlace {
        hour > 1
            ? HourPlace(station: station, date: date, hour: hour - 1)
            : HourPlace(station: station, date: date.adding(days: -1), hour: 24)
    }

    /// The hour after.
    var next: HourPlace {
        hour < 24
            ? HourPlace(station: station, date: date, hour: hour + 1)
            : HourPlace(station: station, date: date.adding(days: 1), hour: 1)
    }

    var address: SiteURL { .hour(hour, of: station, on: date) }
}
