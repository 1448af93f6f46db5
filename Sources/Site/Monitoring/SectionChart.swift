import Documents
import Monitoring
import Registry
import Standards

/// The classes of a section, month by month, with its target.
struct SectionChart {
    private static let size = (width: 1_600, height: 240)

    let fragment: ChartFragment

    init(_ section: RegisteredObject, _ values: [WaterSectionMonth], first: CivilDate, last: CivilDate) {
        let byMonth = Dictionary(values.map { ($0.month, $0) }, uniquingKeysWith: { first, _ in first })
        var months: [CivilDate] = []
        var month = first
        while month <= last {
            months.append(month)
            month = month.firstOfNextMonth
        }
        let registered = WaterTarget.waterClass(section.text("targetClass"))
        let classes = months.map { byMonth[$0]?.waterClass }
        let targets = months.map { byMonth[$0]?.target ?? registered }
        let labels = months.map(\.monthText)
        func points(_ values: [WaterClass?]) -> [ChartValue?] {
            values.map { $0.flatMap { ChartValue(at: Double($0.rawValue), text: $0.roman) } }
        }
        let chart = Chart(
            .line, title: "\(section.name)逐月水质类别", unit: "类别，1 为Ⅰ类，6 为劣Ⅴ类", labels: labels,
            series: [ChartSeries("类别", points(classes)), ChartSeries("目标", points(targets))], width: Self.size.width,
            height: Self.size.height)
        let data = ChartData(
            categories: labels, axes: [.init(steps: WaterClass.allCases.map(\.roman))],
            series: [
                ChartData.Series(
                    name: "类别", axis: 0, values: classes.map { $0.map { String($0.rawValue) } }, type: "step",
                    isHidden: false),
                ChartData.Series(
                    name: "目标", axis: 0, values: targets.map { $0.map { String($0.rawValue) } }, type: "target",
                    isHidden: false),
            ])
        fragment = ChartFragment(
            id: "classes", svg: chart.drawing().svg, dataJSON: data.json,
            caption: "\(first.monthText) 至 \(last.monthText)，断开处为断流或未监测")
    }
}
