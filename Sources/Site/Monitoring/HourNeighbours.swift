import Foundation
import Registry
import Standards

/// The stations round another one, nearest first. Distances are for the reader's eye and decide nothing.
enum HourNeighbours {
    /// The page's own station and as many others as fit beside the values.
    private static let greatestCount = 6
    /// Kilometres of one degree of latitude.
    private static let kilometresPerDegree = 111.2

    /// The station itself, then its neighbours in the same hour.
    static func rows(_ sheet: HourSheet) -> [HourPage.Neighbour] {
        let others = sheet.air.stations.filter { $0.id != sheet.station.id }
            .map { (station: $0, offset: offset(from: sheet.station, to: $0)) }
            .sorted { ($0.offset?.kilometres ?? .infinity) < ($1.offset?.kilometres ?? .infinity) }
            .prefix(greatestCount)
        return [row(sheet.station, distance: "本站", isSelf: true, sheet)]
            + others.map { row($0.station, distance: $0.offset?.text ?? "—", isSelf: false, sheet) }
    }

    private static func row(
        _ station: RegisteredObject, distance: String, isSelf: Bool, _ sheet: HourSheet
    ) -> HourPage.Neighbour {
        let words = AirHourWords(sheet.place.hour, of: station, on: sheet.air)
        return HourPage.Neighbour(
            station: station.name, href: SiteURL.hour(sheet.place.hour, of: station.id, on: sheet.place.date).path,
            distance: distance, values: AirItem.allCases.map { words.printed($0) }, aqi: words.aqi,
            explainHref: words.explanation?.path, levelClass: words.levelClass, levelName: words.levelName,
            isSelf: isSelf)
    }

    private struct Offset {
        let east: Double
        let north: Double

        var kilometres: Double { (east * east + north * north).squareRoot() }

        /// `4.2 km 东南`.
        var text: String {
            let names = ["东", "东北", "北", "西北", "西", "西南", "南", "东南"]
            let eighths = (atan2(north, east) / (Double.pi / 4)).rounded()
            let index = (Int(eighths) + 8) % 8
            let tenths = Int((kilometres * 10).rounded())
            return "\(tenths / 10).\(tenths % 10) km \(names[index])"
        }
    }

    private static func offset(from start: RegisteredObject, to end: RegisteredObject) -> Offset? {
        guard let x1 = start.coordinate("longitude"), let y1 = start.coordinate("latitude"),
            let x2 = end.coordinate("longitude"), let y2 = end.coordinate("latitude"),
            [x1, y1, x2, y2].allSatisfy({ abs($0) <= 180 })
        else { return nil }
        let narrowing = cos((y1 + y2) / 2 * Double.pi / 180)
        return Offset(
            east: (x2 - x1) * kilometresPerDegree * narrowing, north: (y2 - y1) * kilometresPerDegree)
    }
}
