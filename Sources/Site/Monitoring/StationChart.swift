import Documents
import Monitoring
import Registry
import Standards

/// The hourly course of the six items of one day.
struct StationChart {
    /// Pixels at 96 an inch: fits the width of the page, low enough to leave the table in sight.
    private static let size = (width: 1_600, height: 240)

    let fragment: ChartFragment

    init(_ station: RegisteredObject, on sheet: AirDaySheet) {
        let hours = sheet.day(of: station.id)?.hours ?? []
        let labels = (1...24).map { "\($0)时" }
        func values(_ item: AirItem) -> [String?] { hours.map { $0.values[item].concentration?.screenText } }
        // Carbon monoxide has another unit: the server's drawing leaves it out, the browser has a second axis for it.
        let drawn = AirItem.allCases.filter { $0 != .co }
        let chart = Chart(
            .line, title: "\(station.name) \(sheet.date.chineseDay)逐时浓度", unit: AirItem.pm25.screenUnit, labels: labels,
            series: drawn.map { item in
                ChartSeries(item.screenName, values(item).map { $0.flatMap { ChartValue($0) } })
            }, width: Self.size.width, height: Self.size.height)
        let items = AirItem.allCases
        let data = ChartData(
            categories: labels, axes: [.init(unit: AirItem.pm25.screenUnit), .init(unit: AirItem.co.screenUnit)],
            series: items.map { item in
                ChartData.Series(
                    name: item.screenName, axis: item == .co ? 1 : 0, values: values(item), type: "line",
                    isHidden: [.so2, .co].contains(item))
            }, marks: Self.marks(of: station, on: sheet, items: items))
        fragment = ChartFragment(
            id: "hours", svg: chart.drawing().svg, dataJSON: data.json,
            caption: "\(sheet.date.chinese) 1—24 时，断开处为缺测或无效；SO₂、NO₂、PM₁₀、PM₂.₅、O₃ 单位 μg/m³，CO 单位 mg/m³（见下表）")
    }

    private static func marks(
        of station: RegisteredObject, on sheet: AirDaySheet, items: [AirItem]
    ) -> [ChartData.Mark] {
        (1...24).flatMap { hour in
            sheet.questions(of: station.id, hour: hour).compactMap { finding in
                guard let item = finding.items.first, let series = items.firstIndex(of: item) else { return nil }
                return ChartData.Mark(series: series, index: hour - 1, text: "待核：\(finding.shortText)")
            }
        }
    }
}
