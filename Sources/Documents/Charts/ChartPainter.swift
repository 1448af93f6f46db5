/// Puts a chart on a canvas.
struct ChartPainter {
    /// Colours that people with colour-vision deficiency can tell apart (Okabe and Ito).
    static let palette = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00"]
    private static let dashes: [String?] = [nil, "6 3", "2 3", "8 3 2 3", "4 2", "1 2"]
    /// More points than this are drawn without marks: they would touch.
    private static let mostMarkedPoints = 62

    let chart: Chart
    let axis: ChartAxis
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    init(_ chart: Chart) {
        self.chart = chart
        let values = chart.present.map(\.position) + chart.limits.map(\.value.position)
        let axis = ChartAxis(chart.kind == .bars ? values + [0] : values, wanted: chart.height >= 240 ? 6 : 4)
        self.axis = axis
        let widest = axis.ticks.map { axis.label($0).count }.max() ?? 1
        left = Double(widest) * 7 + 16
        // Names of bands stand to the right of the plot.
        let band = chart.bands.map { TextWidth.halves($0.name) }.max() ?? 0
        right = Double(chart.width) - (band == 0 ? 12 : Double(band) * 5.5 + 16)
        let rows = ChartPainter.legendRows(chart, width: Double(chart.width) - 24)
        top = 44 + Double(rows) * 18
        bottom = Double(chart.height) - 28
    }

    func drawing() -> Drawing {
        SVGCanvas.drawing(
            width: chart.width, height: chart.height, name: "chart", title: chart.title, summary: chart.summary
        ) { canvas in
            canvas.text(chart.title, 12, 20, size: 14, weight: "bold")
            canvas.text("单位：\(chart.unit)", Double(chart.width) - 12, 20, anchor: "end", size: 11)
            legend(&canvas)
            bands(&canvas)
            grid(&canvas)
            if chart.present.isEmpty {
                canvas.text("无数据", (left + right) / 2, (top + bottom) / 2, anchor: "middle", size: 16)
            } else {
                for (index, series) in chart.series.enumerated() {
                    if chart.kind == .line {
                        line(series, index, &canvas)
                    } else {
                        bars(series, index, &canvas)
                    }
                }
            }
            limits(&canvas)
        }
    }

    func color(_ index: Int) -> String {
        chart.series[index].tone.map { "#" + $0.hex } ?? Self.palette[index % Self.palette.count]
    }

    // MARK: Places

    /// The middle of a position; lines use the whole width, bars have room at both ends.
    func x(_ position: Int) -> Double {
        let count = Double(max(1, chart.count))
        return left + (right - left) * (Double(position) + 0.5) / count
    }

    func y(_ value: Double) -> Double {
        bottom - (bottom - top) * axis.fraction(value)
    }

    // MARK: Frame

    private func grid(_ canvas: inout SVGCanvas) {
        for tick in axis.ticks {
            let height = y(axis.value(tick))
            let isZero = tick == 0
            canvas.line(left, height, right, height, stroke: "currentColor", opacity: isZero ? "0.6" : "0.15")
            canvas.text(axis.label(tick), left - 6, height + 4, anchor: "end", size: 11, class: "chart-number")
        }
        canvas.line(left, bottom, right, bottom, stroke: "currentColor", opacity: "0.6")
        let step = labelStep
        for position in stride(from: 0, to: chart.labels.count, by: step) {
            let middle = x(position)
            canvas.line(middle, bottom, middle, bottom + 4, stroke: "currentColor", opacity: "0.6")
            canvas.text(chart.labels[position], middle, bottom + 17, anchor: "middle", size: 11, class: "chart-number")
        }
    }

    /// Every how many positions a label has room; steps people count in.
    private var labelStep: Int {
        let widest = chart.labels.map { TextWidth.halves($0) }.max() ?? 1
        let room = (right - left) / Double(max(1, chart.count))
        let needed = Double(widest) * 5.5 + 8
        return [1, 2, 3, 4, 6, 12, 24, 48, 72, 168].first { Double($0) * room >= needed } ?? max(1, chart.count)
    }

    private func bands(_ canvas: inout SVGCanvas) {
        for band in chart.bands {
            let low = max(axis.lower, band.lower?.position ?? axis.lower)
            let high = min(axis.upper, band.upper?.position ?? axis.upper)
            guard high > low else { continue }
            let above = y(high)
            let height = y(low) - above
            canvas.rectangle(
                left, above, right - left, height, fill: "#" + band.tone.hex, opacity: "0.18",
                class: "tone-" + band.tone.name)
            if height >= 12 { canvas.text(band.name, right + 6, above + height / 2 + 4, size: 11) }
        }
    }

    private func limits(_ canvas: inout SVGCanvas) {
        for limit in chart.limits {
            let height = y(limit.value.position)
            canvas.line(left, height, right, height, stroke: "#C00000", width: 1.5, dash: "8 4")
            // Below the line where there is no room above it.
            let base = height - 5 < top + 8 ? height + 14 : height - 5
            canvas.text(limit.label, right - 4, base, anchor: "end", size: 11, fill: "#C00000", halo: true)
        }
    }

    // MARK: Legend

    private static func legendWidth(_ name: String) -> Double { Double(TextWidth.halves(name)) * 6 + 46 }

    private static func legendRows(_ chart: Chart, width: Double) -> Int {
        var rows = chart.series.isEmpty ? 0 : 1
        var at = 0.0
        for series in chart.series {
            let needed = legendWidth(series.name)
            if at > 0, at + needed > width {
                rows += 1
                at = 0
            }
            at += needed
        }
        return rows
    }

    private func legend(_ canvas: inout SVGCanvas) {
        var at = 12.0
        var base = 42.0
        for (index, series) in chart.series.enumerated() {
            let needed = Self.legendWidth(series.name)
            if at > 12, at + needed > Double(chart.width) - 12 {
                at = 12
                base += 18
            }
            if chart.kind == .line {
                canvas.line(at, base - 4, at + 26, base - 4, stroke: color(index), width: 2, dash: dash(index))
                canvas.mark(mark(index), at + 13, base - 4, radius: 3, fill: color(index))
            } else {
                canvas.rectangle(at + 7, base - 10, 12, 12, fill: color(index))
            }
            canvas.text(series.name, at + 32, base)
            at += needed
        }
    }

    private func dash(_ index: Int) -> String? { Self.dashes[index % Self.dashes.count] }
    private func mark(_ index: Int) -> SVGMark { SVGMark.allCases[index % SVGMark.allCases.count] }

    // MARK: Values

    private func line(_ series: ChartSeries, _ index: Int, _ canvas: inout SVGCanvas) {
        var commands = ""
        var isDown = false
        for (position, value) in series.values.enumerated() {
            guard let value else {
                isDown = false
                continue
            }
            commands += isDown ? "L" : "M"
            commands += SVGCanvas.number(x(position)) + " " + SVGCanvas.number(y(value.position))
            isDown = true
        }
        canvas.path(commands, stroke: color(index), width: 2, dash: dash(index))
        let isMarked = series.values.count <= Self.mostMarkedPoints
        for (position, value) in series.values.enumerated() {
            guard let value else { continue }
            // A value between two gaps has no line: without a mark it would vanish.
            let isAlone = isMissing(series, position - 1) && isMissing(series, position + 1)
            guard isMarked || isAlone else { continue }
            canvas.mark(
                mark(index), x(position), y(value.position), radius: 2.6, fill: color(index),
                hint: hint(series, position, value))
        }
    }

    private func isMissing(_ series: ChartSeries, _ position: Int) -> Bool {
        !series.values.indices.contains(position) || series.values[position] == nil
    }

    private func bars(_ series: ChartSeries, _ index: Int, _ canvas: inout SVGCanvas) {
        let room = (right - left) / Double(max(1, chart.count))
        let group = min(room * 0.8, 64 * Double(chart.series.count))
        let width = group / Double(chart.series.count)
        let zero = y(0)
        // Numbers over the bars only where they fit.
        let isLabelled = (chart.present.map { TextWidth.halves($0.text) }.max() ?? 1) * 6 <= Int(width) + 4
        for position in 0..<chart.count {
            let start = x(position) - group / 2 + width * Double(index)
            guard series.values.indices.contains(position), let value = series.values[position] else {
                canvas.text("—", start + width / 2, zero - 3, anchor: "middle", size: 10)
                continue
            }
            let height = y(value.position)
            canvas.rectangle(
                start + 1, min(height, zero), width - 2, abs(zero - height), fill: color(index),
                hint: hint(series, position, value))
            if isLabelled {
                let base = value.position < 0 ? height + 11 : height - 3
                canvas.text(value.text, start + width / 2, base, anchor: "middle", size: 10, class: "chart-number")
            }
        }
    }

    private func hint(_ series: ChartSeries, _ position: Int, _ value: ChartValue) -> String {
        let label = chart.labels.indices.contains(position) ? chart.labels[position] + " " : ""
        return "\(label)\(series.name)：\(value.text) \(chart.unit)"
    }
}
