import Monitoring
import Registry
import Reporting
import Standards

/// A station's day with its neighbours, which the checks need, and its daily figures.
struct StationSheet {
    let station: RegisteredObject
    let air: AirDaySheet
    let summary: [StationPage.SummaryFigure]

    init(_ station: RegisteredObject, on date: CivilDate, in context: PageContext) throws {
        self.station = station
        air = try Self.sheet(of: station, on: date, in: context)
        summary = try Self.summary(of: station, on: air, in: context)
    }

    /// The station beside those that the first screen shows, itself first when it is not one of them.
    static func sheet(
        of station: RegisteredObject, on date: CivilDate, in context: PageContext
    ) throws -> AirDaySheet {
        let sheet = try AirDaySheet(date, in: context)
        if sheet.stations.contains(where: { $0.id == station.id }) { return sheet }
        return try AirDaySheet(date, stations: [station] + sheet.stations, in: context)
    }

    private static func summary(
        of station: RegisteredObject, on air: AirDaySheet, in context: PageContext
    ) throws -> [StationPage.SummaryFigure] {
        let place = ["place": station.id]
        let aqi = try context.figure("air.day.aqi", on: air.date, place)
        let level = try context.figure("air.day.level", on: air.date, place)
        let primary = try context.figure("air.day.primary", on: air.date, place)
        let hasValue = air.day(of: station.id)?.hours.contains { $0.hasValidValue } ?? false
        let card = hasValue ? SiteURL.explanation(ofDay: air.date, of: .station(station.id)).path : nil
        let rank = level.exact.flatMap { try? $0.floor }
        var figures = [
            StationPage.SummaryFigure(
                label: "日 AQI", value: aqi.screenText, unit: nil, levelClass: rank.map { "l\($0)" },
                levelName: rank.flatMap(air.rule.level)?.name, explainHref: card, href: aqi.href),
            StationPage.SummaryFigure(
                label: "首要污染物", value: primary.screenText, unit: nil, levelClass: nil, levelName: nil,
                explainHref: card, href: primary.href),
        ]
        for item in AirItem.allCases {
            let value =
                item == .co
                ? try context.figure("air.day.co", on: air.date, place)
                : try context.figure("air.day.value", on: air.date, place.merging(["item": item.rawValue]) { $1 })
            figures.append(
                StationPage.SummaryFigure(
                    label: item == .o3 ? "O₃ 日最大8小时" : item.screenName, value: value.screenText,
                    unit: value.isPresent ? item.screenUnit : nil, levelClass: nil, levelName: nil, explainHref: nil,
                    href: value.href))
        }
        return figures
    }
}
