/// A small line without axes that shows the course of a value beside its number.
package struct Sparkline: Hashable, Sendable {
    package var title: String
    package var unit: String
    /// Oldest first; nil is missing, never zero.
    package var values: [ChartValue?]
    /// Size in pixels at 96 an inch.
    package var width: Int
    package var height: Int

    package init(_ title: String, unit: String, values: [ChartValue?], width: Int = 240, height: Int = 44) {
        self.title = title
        self.unit = unit
        self.values = values
        self.width = width
        self.height = height
    }

    /// What it shows, in a sentence, for those who cannot see it.
    package var summary: String {
        let present = values.compactMap { $0 }
        guard let least = present.min(by: { $0.position < $1.position }),
            let most = present.max(by: { $0.position < $1.position }), let last = present.last
        else { return "\(title)，尚无数据。" }
        return "\(title)，最小\(least.text)、最大\(most.text)、最近\(last.text) \(unit)。"
    }

    /// The SVG: from zero to the greatest value, with a mark at the last.
    package func drawing() -> Drawing {
        SVGCanvas.drawing(width: width, height: height, name: "spark", title: title, summary: summary) { canvas in
            let base = Double(height) - 4
            canvas.line(0, base, Double(width), base, stroke: "#D7DFE3")
            let top = max(values.compactMap { $0?.position }.max() ?? 0, 0)
            let step = values.count > 1 ? (Double(width) - 8) / Double(values.count - 1) : 0
            func place(_ index: Int, _ value: ChartValue) -> (x: Double, y: Double) {
                let share = top > 0 ? max(0, value.position) / top : 0
                return (4 + Double(index) * step, base - share * (Double(height) - 10))
            }
            var commands = ""
            var isDrawing = false
            for (index, value) in values.enumerated() {
                guard let value else {
                    isDrawing = false
                    continue
                }
                let point = place(index, value)
                commands += "\(isDrawing ? "L" : "M")\(SVGCanvas.number(point.x)) \(SVGCanvas.number(point.y))"
                isDrawing = true
            }
            if !commands.isEmpty { canvas.path(commands, stroke: "#0B6B5D", width: 1.5) }
            if let index = values.lastIndex(where: { $0 != nil }), let value = values[index] {
                let point = place(index, value)
                canvas.mark(.circle, point.x, point.y, radius: 3, fill: "#0B6B5D")
            }
        }
    }
}
