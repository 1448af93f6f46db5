import Documents
import Foundation
import Monitoring
import Registry
import Standards

/// The district with its stations, sections and outlets, drawn on the server.
enum DistrictMap {
    /// Pixels at 96 an inch: the column of the first screen.
    private static let width = 440

    /// The `<svg>`; nil when nothing with a place is registered.
    ///
    /// - Parameter states: what is shown of each station.
    static func svg(
        _ sheet: AirDaySheet, states: MapStations, water: WaterMonthSheet, leads: [OutletLead],
        in context: PageContext
    ) throws -> String? {
        let towns = try RegistryStore.objects(.town, in: context.connection).compactMap(area(of:))
        let stations = sheet.stations.compactMap { station(of: $0, states.state(of: $0.id)) }
        let sections = water.sections.compactMap { section(of: $0, on: water) }
        let outlets = leads.compactMap(outlet(of:))
        let places = stations + sections + outlets
        if towns.isEmpty && places.isEmpty { return nil }
        let map = AreaMap(
            title: "分布图", areas: towns, places: places,
            legend: [
                AreaMap.LegendEntry("空气站", mark: .circle), AreaMap.LegendEntry("断面", mark: .square),
                AreaMap.LegendEntry("超标线索", tone: alarm, mark: .triangle),
            ], remark: "示意图，非测绘成果", width: width)
        return map.drawing().svg
    }

    private static let alarm = Tone(name: "alarm", red: 0xB3, green: 0x26, blue: 0x1E)

    private static func area(of town: RegisteredObject) -> AreaMap.Area? {
        guard let points = try? JSONDecoder().decode([[Double]].self, from: Data(town.text("polygon").utf8)) else {
            return nil
        }
        let ring = points.filter { $0.count >= 2 }.map { Coordinate(longitude: $0[0], latitude: $0[1]) }
        return ring.count < 3 ? nil : AreaMap.Area(town.name, rings: [ring])
    }

    private static func place(of object: RegisteredObject) -> Coordinate? {
        guard let longitude = object.coordinate("longitude"), let latitude = object.coordinate("latitude") else {
            return nil
        }
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    private static func station(of station: RegisteredObject, _ state: MapStations.State?) -> AreaMap.Place? {
        guard let place = place(of: station) else { return nil }
        let words = state?.aqi.map { "AQI \($0) \(state?.level?.name ?? "")" } ?? "无 AQI"
        return AreaMap.Place(
            station.name, at: place, state: words, tone: state?.level.flatMap { tone("l\($0.rank)", hex: $0.hex) },
            mark: .circle, href: state?.href ?? SiteURL.station(station.id).path)
    }

    private static func section(of section: RegisteredObject, on water: WaterMonthSheet) -> AreaMap.Place? {
        guard let place = place(of: section) else { return nil }
        let row = water.row(of: section)
        let waterClass = water.value(of: section.id)?.waterClass
        return AreaMap.Place(
            section.name, at: place, state: "\(row.monthClass)，目标 \(row.targetClass)，\(row.verdict)",
            tone: waterClass.flatMap { tone($0.tone, hex: water.rule.method.grade(of: $0).hex) }, mark: .square,
            href: row.href)
    }

    private static func outlet(of lead: OutletLead) -> AreaMap.Place? {
        guard let place = place(of: lead.outlet) else { return nil }
        return AreaMap.Place(
            lead.outlet.text("enterprise"), at: place, state: "\(LeadWords(lead).itemNames)超限，\(LeadWords.state)",
            tone: alarm, mark: .triangle, href: SiteURL.lead(lead.outlet.id, on: lead.date).path)
    }

    private static func tone(_ name: String, hex: String) -> Tone? {
        guard hex.count == 7, let number = UInt32(hex.dropFirst(), radix: 16) else { return nil }
        return Tone(
            name: name, red: UInt8(number >> 16 & 255), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
    }
}
