import Testing

@testable import Documents

@Suite struct ChartTests {
    private func values(_ texts: [String?]) -> [ChartValue?] { texts.map { $0.flatMap { ChartValue($0) } } }

    private func chart(_ kind: Chart.Kind, _ rows: [[String?]], labels: [String]? = nil) -> Chart {
        Chart(
            kind, title: "标题", unit: "μg/m³", labels: labels ?? (0..<(rows.first?.count ?? 0)).map { "\($0)时" },
            series: rows.enumerated().map { ChartSeries("系列\($0.offset)", values($0.element)) })
    }

    /// The SVG, checked for what every drawing must be.
    private func tree(_ drawing: Drawing) throws -> XMLTree {
        let tree = try XMLTree.parse(drawing.svg)
        #expect(tree.name == "svg")
        #expect(tree["role"] == "img")
        #expect(tree["aria-label"]?.isEmpty == false)
        #expect(tree.children.first?.name == "title")
        for element in tree.all {
            #expect(element.name != "script" && element.name != "style")
            for (name, value) in element.attributes {
                #expect(name != "style" && !name.hasPrefix("on"))
                #expect(!value.contains("nan") && !value.contains("inf"), "\(name)=\(value)")
            }
        }
        return tree
    }

    static let shapes: [[[String?]]] = [
        [], [[]], [["5"]], [[nil, nil, nil]], [["1", nil, "3", nil, nil, "2"]], [["-5", "-1", "-3"]],
        [["-5", "5", nil], ["0", nil, "1e3"]], [["0", "0", "0"]], [["1013.1", "1013.4", "1012.9"]],
        [["0.001", "0.002"]], [["1e11", "-1e11"]], [["7", "7"]],
    ]

    @Test(arguments: [Chart.Kind.line, .bars], shapes)
    func `any data gives a sound drawing`(kind: Chart.Kind, rows: [[String?]]) throws {
        _ = try tree(chart(kind, rows).drawing())
    }

    @Test(arguments: [Chart.Kind.line, .bars])
    func `no data says so instead of showing zeros`(kind: Chart.Kind) throws {
        for rows in [[], [[nil, nil]]] as [[[String?]]] {
            let tree = try tree(chart(kind, rows).drawing())
            #expect(tree.all("text").contains { $0.text == "无数据" })
            #expect(tree["aria-label"] == "标题，无数据。")
        }
    }

    @Test func `a line breaks where values are missing, and a lone value is still seen`() throws {
        let tree = try tree(chart(.line, [["1", "2", nil, "4", nil, nil, "3"]]).drawing())
        let path = try #require(tree.all("path").first?["d"])
        #expect(path.filter { $0 == "M" }.count == 3)
        #expect(path.filter { $0 == "L" }.count == 1)
        // Four values, and one mark in the legend.
        #expect(tree.all("circle").count == 5)
    }

    @Test func `a long series marks only lone values`() throws {
        var texts: [String?] = (0..<200).map { String($0 % 7) }
        texts[50] = nil
        texts[52] = nil
        let tree = try tree(chart(.line, [texts]).drawing())
        #expect(tree.all("circle").filter { $0.first("title") != nil }.count == 1)
    }

    @Test func `what is printed is the text given, not the drawn number`() throws {
        let tree = try tree(chart(.bars, [["27.50", "0.10"]]).drawing())
        #expect(tree.all("text").contains { $0.text == "27.50" })
        #expect(tree.all("title").contains { $0.text == "1时 系列0：0.10 μg/m³" })
    }

    @Test func `bars below zero hang from the zero line`() throws {
        let tree = try tree(chart(.bars, [["-4", "4"]]).drawing())
        let bars = tree.all("rect").filter { $0.first("title") != nil }
        let tops = bars.compactMap { Double($0["y"] ?? "") }
        let heights = bars.compactMap { Double($0["height"] ?? "") }
        #expect(abs(tops[0] - (tops[1] + heights[1])) < 0.02)
        #expect(abs(heights[0] - heights[1]) < 0.02)
    }

    @Test func `limits and bands are drawn with their names`() throws {
        let tree = try tree(SampleDrawings.line.drawing())
        #expect(tree.all("text").map(\.text).contains("二级标准 75"))
        let bands = tree.all("rect").compactMap { $0["class"] }
        #expect(bands == ["tone-aqi-1", "tone-aqi-2", "tone-aqi-3"])
        for name in ["优", "良", "轻度污染"] { #expect(tree.all("text").contains { $0.text == name }) }
    }

    @Test func `hostile names stay text`() throws {
        let hostile = "<script>\"&'\u{1}"
        let chart = Chart(
            .line, title: hostile, unit: hostile, labels: [hostile], series: [ChartSeries(hostile, values(["1"]))])
        #expect(!chart.drawing().svg.contains("<script"))
        _ = try tree(chart.drawing())
    }

    struct Axis: Sendable {
        var values: [Double]
        var labels: [String]
    }

    @Test(arguments: [
        Axis(values: [0, 87], labels: ["0", "20", "40", "60", "80", "100"]),
        Axis(values: [], labels: ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        Axis(values: [0.3], labels: ["0.0", "0.1", "0.2", "0.3"]),
        Axis(values: [-3, 7], labels: ["-4", "-2", "0", "2", "4", "6", "8"]),
        Axis(values: [1_012.9, 1_013.4], labels: ["1012.9", "1013.0", "1013.1", "1013.2", "1013.3", "1013.4"]),
        Axis(values: [0, 1_000], labels: ["0", "200", "400", "600", "800", "1000"]),
        Axis(values: [0, 0.004], labels: ["0.000", "0.001", "0.002", "0.003", "0.004"]),
        Axis(values: [.nan, .infinity, 5], labels: ["0", "1", "2", "3", "4", "5"]),
        Axis(values: [5, 5], labels: ["0", "1", "2", "3", "4", "5"]),
    ])
    func `ticks are round numbers that hold all values`(example: Axis) {
        let axis = ChartAxis(example.values)
        #expect(axis.ticks.map(axis.label) == example.labels)
        for value in example.values where value.isFinite {
            #expect(axis.lower <= value + 1e-9 && axis.upper >= value - 1e-9)
        }
    }

    @Test func `coordinates are short and the same everywhere`() {
        let texts = [0, 1.005, -0.004, -1.5, 12.345, 1e300, .nan, 0.07, -0.07].map(SVGCanvas.number)
        #expect(texts == ["0", "1", "0", "-1.5", "12.35", "1000000000", "0", "0.07", "-0.07"])
    }

    @Test func `the table beside a chart shows missing as a dash`() {
        let table = chart(.line, [["1", nil]], labels: ["8时"]).table(corner: "时间")
        #expect(table.rows.map { $0.map { $0.runs.map(\.text).joined() } } == [["8时", "1"], ["", "—"]])
        #expect(table.rows[0][0].isRowHeader)
    }

    @Test func `a value must be a number`() {
        #expect(ChartValue("x") == nil)
        #expect(ChartValue("nan") == nil)
        #expect(ChartValue(at: .infinity, text: "∞") == nil)
        #expect(ChartValue("-3.50")?.text == "-3.50")
    }
}
