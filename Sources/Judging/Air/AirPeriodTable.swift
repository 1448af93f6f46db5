package import Catalog
package import Documents
import Standards

/// Evaluates days of ambient air by month, quarter, half year, year or winter season after HJ 663: the monthly sheet of a
/// bureau, one row a period and station.
///
/// Input columns: `date`, `station`, and `so2,no2,pm10,pm25,co,o3_8h` as values of the day in µg/m³, CO in mg/m³; an
/// empty field is missing, `/` is not monitored; `excluded` names items that an exceptional event takes out of the day
/// (joined by `;`, or `all`). Where there are any, a second row gives the series without them.
package struct AirPeriodTable {
    /// The columns of the items.
    static let itemNames = ["so2", "no2", "pm10", "pm25", "co", "o3_8h"]
    /// Columns the input must have.
    package static let columns = ["date", "station"] + itemNames
    /// The column it may have.
    package static let excludedColumn = "excluded"
    /// Where the first item stands in `columns`.
    static let firstItem = 2

    let catalog: RuleCatalog
    let options: AirPeriodOptions

    /// A table judged by the rules of `catalog`.
    ///
    /// - Throws: `.unknownRule` for an id that none of the kinds used has.
    package init(catalog: RuleCatalog, options: AirPeriodOptions) throws(CatalogError) {
        try AirPeriodRules.check(options, in: catalog)
        self.catalog = catalog
        self.options = options
    }

    /// The columns of the output.
    package static func header(_ options: AirPeriodOptions) -> [String] {
        var columns = ["period", "station", "series", "days"]
        for item in itemNames { columns += ["\(item)_days", "\(item)_mean", "\(item)_percentile"] }
        columns += ["good_days", "valid_days", "good_rate", "index", "leading", "exceeding", "attained"]
        if options.comparison != nil { columns += AirPeriodComparison.columns }
        columns += ["standard", "note"]
        return options.explains ? columns + [JudgedStream.explainColumn] : columns
    }

    /// Reads CSV and writes one row a period and station, in the order of the periods, then of the stations in the input.
    ///
    /// - Parameters:
    ///   - output: takes the CSV piece by piece.
    ///   - refused: takes every row that could not be used.
    /// - Throws: `JudgingError` when there is no usable header, `DocumentError`, what `output` and `refused` throw.
    package func judge(
        input: ChunkSource, output: ([UInt8]) throws -> Void, refused: (RefusedRow) throws -> Void
    ) throws -> JudgedCounts {
        var evaluator = AirPeriodEvaluator(catalog, options)
        var stations: [AirPeriodStation] = []
        var places: [String: Int] = [:]
        let stream = GatheredStream(required: Self.columns, optional: [Self.excludedColumn])
        let counts = try stream.run(input: input, refused: refused) { row, header in
            let name = row[header.places[1]].string
            let place = places[name] ?? stations.count
            let reading = AirPeriodReading(row, header)
            if let reason = try reading.reason(&evaluator) { return reason }
            guard let date = reading.date, let day = reading.day else { return nil }
            if place == stations.count {
                places[name] = place
                stations.append(AirPeriodStation(name))
            }
            return stations[place].add(day, on: date) ? nil : "“\(RowFault.clipped(name))”\(date) 已有一行，请删去重复的行"
        }
        try write(stations, &evaluator, output)
        return counts
    }

    private func write(
        _ stations: [AirPeriodStation], _ evaluator: inout AirPeriodEvaluator, _ output: ([UInt8]) throws -> Void
    ) throws {
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(Self.header(options))
        let rows = stations.enumerated().flatMap { place, station in
            station.periods(options.kind).map { (period: $0, place: place) }
        }
        for row in rows.sorted(by: { ($0.period, $0.place) < ($1.period, $1.place) }) {
            let station = stations[row.place]
            try evaluator.write(station, row.period, .measured, into: &writer)
            let periods = [row.period, options.comparison?.period(before: row.period)].compactMap(\.self)
            if periods.contains(where: { !station.exclusions(in: $0).isEmpty }) {
                try evaluator.write(station, row.period, .excluded, into: &writer)
            }
            if writer.bytes.count >= JudgedStream.pieceBytes { try output(writer.take()) }
        }
        try output(writer.take())
    }
}
