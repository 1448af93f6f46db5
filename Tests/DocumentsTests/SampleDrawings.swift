import Documents

/// Charts and a map of the made-up city.
enum SampleDrawings {
    static func values(_ numbers: [Int?]) -> [ChartValue?] { numbers.map { $0.flatMap { ChartValue(String($0)) } } }

    /// A day of hours that goes up and down.
    private static func wave(_ base: Int, _ step: Int, _ turn: Int, missing: Set<Int>) -> [ChartValue?] {
        var numbers: [Int?] = []
        for hour in 0..<24 { numbers.append(missing.contains(hour) ? nil : base + hour * step % turn) }
        return values(numbers)
    }

    static let hours = (0..<24).map { "\($0)时" }

    static let line = Chart(
        .line, title: "10月3日各站点PM₂.₅小时浓度", unit: "μg/m³", labels: hours,
        series: [
            ChartSeries("第一中学", wave(30, 53, 61, missing: [7, 9, 13, 14, 15])),
            ChartSeries("环境监测站", wave(22, 31, 47, missing: [])),
            ChartSeries("开发区管委会", wave(60, 17, 37, missing: [0, 1, 2, 3])),
        ],
        limits: ["75"].compactMap { ChartValue($0) }.map { ChartLimit($0, label: "二级标准 75") },
        bands: [
            ChartBand(from: nil, to: ChartValue("35"), name: "优", tone: SampleBulletin.good),
            ChartBand(from: ChartValue("35"), to: ChartValue("75"), name: "良", tone: SampleBulletin.fair),
            ChartBand(
                from: ChartValue("75"), to: nil, name: "轻度污染", tone: Tone(name: "aqi-3", red: 255, green: 126, blue: 0)),
        ])

    static let bars = Chart(
        .bars, title: "各区同比变化", unit: "%", labels: ["东城区", "西城区", "开发区", "临湖区"],
        series: [
            ChartSeries("PM₂.₅", ["-6.9", "3.2", "-0.5"].map { ChartValue($0) } + [nil]),
            ChartSeries("O₃", ["1.5", "-2.4", "4.0", "0.3"].map { ChartValue($0) }),
        ])

    private static func ring(_ points: [(Double, Double)]) -> [Coordinate] {
        points.map { Coordinate(longitude: $0.0, latitude: $0.1) }
    }

    static let map = AreaMap(
        title: "环境空气质量监测点位（10月3日8时）",
        areas: [
            .init(
                "东城区", rings: [ring([(114.30, 30.55), (114.42, 30.54), (114.45, 30.66), (114.31, 30.67)])],
                href: "/areas/east"),
            .init(
                "西城区", rings: [ring([(114.16, 30.56), (114.30, 30.55), (114.31, 30.67), (114.20, 30.70)])],
                tone: SampleBulletin.fair),
        ],
        places: [
            .init(
                "第一中学", at: .init(longitude: 114.36, latitude: 30.60), state: "优 AQI 42", tone: SampleBulletin.good,
                href: "/stations/1"),
            .init(
                "环境监测站", at: .init(longitude: 114.365, latitude: 30.602), state: "良 AQI 71",
                tone: SampleBulletin.fair, mark: .square),
            .init("开发区管委会", at: .init(longitude: 114.22, latitude: 30.62), state: "离线", mark: .diamond),
        ],
        legend: [
            .init("优", tone: SampleBulletin.good), .init("良", tone: SampleBulletin.fair, mark: .square),
            .init("离线", mark: .diamond),
        ], remark: "示意图，不作为划界依据。")
}
