import Documents
import Monitoring
import Registry
import Standards

extension ReviewChartPage {
    /// Pixels at 96 an inch: beside the matrix without pushing it apart.
    private static let size = (width: 900, height: 220)

    /// - Throws: `SiteError` for a station that is not registered; `CatalogError` when no standard was in force.
    init(_ id: String, _ item: AirItem, on date: CivilDate, in context: PageContext) throws {
        let station = try context.object(id, .station, called: "站点")
        func days(_ date: CivilDate, _ stations: [RegisteredObject]) throws -> [AirStationDay] {
            try AirHourStore.day(date, stations: stations, catalog: context.catalog, in: context.connection)
        }
        let beside = try AirDaySheet.candidates(on: date, in: context).prefix(AirDaySheet.greatestStations)
            .filter { $0.id != id }
        let own = try days(date, [station])
        let others = try days(date, beside)
        let before = try days(date.adding(days: -1), [station])
        let lines: [(String, [ExactDecimal?])] = [
            (station.name, Self.values(own.first, item)),
            ("其他站点中位数", Self.medians(others, item)), ("其他站点最大值", Self.largest(others, item)),
            ("本站前一日", Self.values(before.first, item)),
        ]
        let labels = (1...24).map { "\($0)时" }
        let title = "\(station.name) \(item.screenName) \(date.chineseDay)"
        let chart = Chart(
            .line, title: title, unit: item.screenUnit, labels: labels,
            series: lines.map { line in
                ChartSeries(line.0, line.1.map { $0.flatMap { ChartValue($0.screenText) } })
            }, width: Self.size.width, height: Self.size.height)
        self.init(
            frame: PageFrame(title, in: context, at: .reviewMatrix), title: title,
            chart: ChartFragment(
                id: "beside", svg: chart.drawing().svg, dataJSON: nil,
                caption: "\(title)，单位 \(item.screenUnit)；与其他 \(others.count) 个站点及本站前一日比较，断开处为缺测或无效"),
            table: TablePage.Table(
                "beside", "同一数据", heads: ["时段"] + lines.map { .number($0.0) },
                rows: (0..<24).map { hour in
                    [.text(labels[hour])] + lines.map { .number($0.1[hour]?.screenText ?? "—") }
                }, empty: ""), matrixHref: SiteURL.reviewMatrix(on: date, item: item).path)
    }

    private static func values(_ day: AirStationDay?, _ item: AirItem) -> [ExactDecimal?] {
        (0..<24).map { hour in day?.hours[hour].values[item].concentration }
    }

    private static func present(_ days: [AirStationDay], _ item: AirItem, _ hour: Int) -> [ExactDecimal] {
        days.compactMap { $0.hours[hour].values[item].concentration }.sorted()
    }

    /// The lower one of an even number: a value that was measured.
    private static func medians(_ days: [AirStationDay], _ item: AirItem) -> [ExactDecimal?] {
        (0..<24).map { hour in
            let values = present(days, item, hour)
            return values.isEmpty ? nil : values[(values.count - 1) / 2]
        }
    }

    private static func largest(_ days: [AirStationDay], _ item: AirItem) -> [ExactDecimal?] {
        (0..<24).map { present(days, item, $0).last }
    }
}
