import Documents
import Standards

/// Rows of a table put together to series.
struct CheckGathering {
    private struct Station {
        var group: String
        var points: [[CheckSeries.Point]]
    }

    private static let hour = 3_600
    private let columns: CheckColumns
    private var stations: [String: Station] = [:]
    private var first: Instant?
    private var last: Instant?

    init(_ columns: CheckColumns) { self.columns = columns }

    /// Takes a row; gives the reason why it cannot be used.
    mutating func take(_ row: CSVRow) -> String? {
        if let fault = row.fault { return "行格式不对：\(fault.message)" }
        let time = row[columns.time].string
        guard let end = Instant(time) else { return "“time”列的“\(time.prefix(40))”无法识别，应如 2026-03-01T01:00:00+08:00" }
        let name = row[columns.station].string
        guard !name.isEmpty else { return "“station”列为空" }
        let start = end.adding(seconds: -Self.hour)
        var points: [CheckSeries.Point] = []
        for item in columns.items {
            let field = row[item.place]
            if field == "/" {
                points.append(CheckSeries.Point(start: start, value: nil, flag: "/"))
            } else if field.isEmpty {
                points.append(CheckSeries.Point(start: start, value: nil, flag: "NA"))
            } else if let value = field.withUTF8({ ExactDecimal(utf8: $0) }) {
                points.append(CheckSeries.Point(start: start, value: value))
            } else {
                return "“\(item.name)”列的“\(field.string.prefix(40))”不是数值（或位数过多）；缺测留空，未监测填 /"
            }
        }
        add(points, of: name, group: columns.group.map { row[$0].string } ?? "")
        first = min(first ?? start, start)
        last = max(last ?? end, end)
        return nil
    }

    /// From the first hour to the end of the last.
    var span: Range<Instant>? {
        guard let first, let last else { return nil }
        return first..<last
    }

    var series: [CheckSeries] {
        stations.flatMap { name, station in
            zip(columns.items, station.points).map { item, points in
                CheckSeries(
                    station: name, kind: "station", item: item.name, seconds: Self.hour, group: station.group,
                    points: points)
            }
        }
    }

    private mutating func add(_ points: [CheckSeries.Point], of name: String, group: String) {
        let none = Station(group: group, points: columns.items.map { _ in [] })
        for place in points.indices { stations[name, default: none].points[place].append(points[place]) }
    }
}
