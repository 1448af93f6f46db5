import Monitoring
import Registry
import Standards

/// What the map says of the air stations: on the morning's own page the latest hour of today, on the page of an earlier
/// day the AQI of that day.
struct MapStations {
    /// One station.
    struct State {
        let aqi: Int?
        let level: AirLevel?
        let href: String
    }

    /// What is shown, e.g. 空气站为今日 8 时 AQI.
    let caption: String
    private let states: [String: State]

    init(_ morning: MorningSheet, in context: PageContext) throws {
        if morning.isYesterday, let latest = try MapStations(latestHourOf: context.today, in: context) {
            self = latest
            return
        }
        caption = "空气站为\(morning.date.chineseDay) AQI"
        var states: [String: State] = [:]
        for station in morning.air.stations {
            let index = morning.indices[station.id]
            states[station.id] = State(
                aqi: index?.aqi, level: index?.level.flatMap(morning.air.rule.level),
                href: SiteURL.station(station.id, on: morning.date).path)
        }
        self.states = states
    }

    /// The last hour of a day that any station has sent; nil when none has yet.
    private init?(latestHourOf day: CivilDate, in context: PageContext) throws {
        let sheet = try AirDaySheet(day, in: context)
        guard let hour = (0..<sheet.dueHours).last(where: { hour in sheet.days.contains { $0.hours[hour].hasMessage } })
        else { return nil }
        caption = "空气站为今日 \(hour + 1) 时 AQI"
        var states: [String: State] = [:]
        for station in sheet.days {
            let result = station.hours[hour].result
            states[station.station] = State(
                aqi: result.aqi, level: result.level.flatMap(sheet.rule.level),
                href: SiteURL.hour(hour + 1, of: station.station, on: day).path)
        }
        self.states = states
    }

    /// The state of a station; nil when nothing is known of it.
    func state(of station: String) -> State? { states[station] }
}
