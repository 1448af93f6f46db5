import Documents
import Ledger
import Standards

/// Reads the national hourly format of air stations.
///
/// Traps of the source: the time is the end of the hour; the ozone columns are misnamed. Until the end of 2022 the
/// current hour stands in `O3_24h` (`O3` is the day's running maximum), later in `o3`.
///
/// Columns of wind (`windspeed` in m/s, `winddirection` in degrees from which it blows) may stand behind; a blank one is no
/// reading, because most stations measure no wind.
struct AirRowReader: RowReader {
    /// The last year in which `O3_24h` held the current hour in the published files at hand (2017–2019, 2022).
    private static let lastYearWithOzoneSwapped = 2022

    private let time: Int
    private let station: Int
    private let name: Int?
    private let area: Int?
    private let longitude: Int?
    private let latitude: Int?
    private let ozone: Int
    private let ozoneEarlier: Int?
    private let items: [(item: AirItem, column: Int)]
    private let winds: [(item: String, column: Int)]
    private let header: [String]

    init(header: [String]) throws {
        let columns = Dictionary(
            header.enumerated().map { ($1.lowercased().filter { $0 != " " }, $0) },
            uniquingKeysWith: { first, _ in first })
        func column(_ name: String) throws -> Int {
            guard let index = columns[name] else { throw ImportError(.missingColumn, detail: name) }
            return index
        }
        self.header = header
        time = try column("timepoint")
        station = try column("stationcode")
        name = columns["positionname"]
        area = columns["area"]
        longitude = columns["longitude"]
        latitude = columns["latitude"]
        ozone = try column("o3")
        ozoneEarlier = columns["o3_24h"]
        items = [
            (.so2, try column("so2")), (.no2, try column("no2")), (.pm10, try column("pm10")),
            (.pm25, try column("pm2_5")), (.co, try column("co")),
        ]
        winds = [WindItem.speed, WindItem.direction].compactMap { item in
            columns[item.lowercased()].map { (item, $0) }
        }
    }

    func read(_ row: CSVRow) throws(RowRefusal) -> FileRow {
        if let fault = row.fault {
            throw RowRefusal(line: row.line, code: .malformed, column: "", text: fault.message)
        }
        let timeText = row[time].string
        guard let end = FileTime.parse(timeText) else {
            throw RowRefusal(line: row.line, code: .time, column: header[time], text: timeText)
        }
        let code = row[station].string
        guard !code.isEmpty else {
            throw RowRefusal(line: row.line, code: .noObject, column: header[station], text: "")
        }
        let hour = Period.hour(endingAt: end)
        var values: [FileRow.Value] = []
        values.reserveCapacity(6)
        for (item, column) in items { values.append(try value(item, column, row)) }
        let isSwapped = hour.start.beijingDate.year <= Self.lastYearWithOzoneSwapped
        values.append(try value(.o3, isSwapped ? ozoneEarlier ?? ozone : ozone, row))
        for (item, column) in winds {
            if let wind = try wind(item, column, row) { values.append(wind) }
        }
        return FileRow(
            line: row.line, object: code, start: hour.start, seconds: hour.seconds, values: values)
    }

    private func value(_ item: AirItem, _ column: Int, _ row: CSVRow) throws(RowRefusal) -> FileRow.Value {
        let field = row[column]
        if field.isEmpty || field == "NA" || field == "—" || field == "-" {
            return FileRow.Value(item: item.rawValue, column: column, value: nil, isBelowDetection: false, flag: "NA")
        }
        if field == "/" {
            return FileRow.Value(item: item.rawValue, column: column, value: nil, isBelowDetection: false, flag: "/")
        }
        guard let number = ExactDecimal(utf8: field.utf8) else {
            throw RowRefusal(line: row.line, code: .notANumber, column: header[column], text: field.string)
        }
        guard !number.isNegative else {
            throw RowRefusal(line: row.line, code: .negative, column: header[column], text: field.string)
        }
        return FileRow.Value(item: item.rawValue, column: column, value: number, isBelowDetection: false, flag: "N")
    }

    private func wind(_ item: String, _ column: Int, _ row: CSVRow) throws(RowRefusal) -> FileRow.Value? {
        let field = row[column]
        if field.isEmpty || field == "NA" || field == "—" || field == "-" || field == "/" { return nil }
        guard let number = ExactDecimal(utf8: field.utf8) else {
            throw RowRefusal(line: row.line, code: .notANumber, column: header[column], text: field.string)
        }
        guard WindItem.range(of: item).contains(number) else {
            throw RowRefusal(line: row.line, code: .impossible, column: header[column], text: field.string)
        }
        return FileRow.Value(item: item, column: column, value: number, isBelowDetection: false, flag: "N")
    }

    func seed(of row: CSVRow) -> ObjectSeed {
        let code = row[station].string
        func text(_ column: Int?) -> CanonicalValue { .string(column.map { row[$0].string } ?? "") }
        let display = name.map { row[$0].string } ?? ""
        return ObjectSeed(
            id: code, name: display.isEmpty ? code : display,
            fields: [
                "town": text(area), "longitude": text(longitude), "latitude": text(latitude),
                "managementLevel": "国控", "isEvaluated": false, "origin": "import",
            ])
    }
}
