/// A chart of one or more series over common positions (hours, days, stations), drawn as SVG.
///
/// ```swift
/// let chart = Chart(.line, title: "PM2.5小时浓度", unit: "μg/m³", labels: hours, series: [station])
/// let drawing = chart.drawing()
/// ```
package struct Chart: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Lines with gaps where values are missing.
        case line
        /// Bars from zero, side by side.
        case bars
    }

    package var kind: Kind
    package var title: String
    package var unit: String
    /// What each position is called, such as 8时.
    package var labels: [String]
    package var series: [ChartSeries]
    package var limits: [ChartLimit]
    package var bands: [ChartBand]
    /// Size in pixels at 96 an inch.
    package var width: Int
    package var height: Int

    package init(
        _ kind: Kind, title: String, unit: String, labels: [String], series: [ChartSeries], limits: [ChartLimit] = [],
        bands: [ChartBand] = [], width: Int = 720, height: Int = 320
    ) {
        self.kind = kind
        self.title = title
        self.unit = unit
        self.labels = labels
        self.series = series
        self.limits = limits
        self.bands = bands
        self.width = max(width, 240)
        self.height = max(height, 160)
    }

    /// Number of positions: a series longer than the labels is not cut off.
    var count: Int { max(labels.count, series.map(\.values.count).max() ?? 0) }

    /// All values there are.
    var present: [ChartValue] { series.flatMap { $0.values.compactMap { $0 } } }

    /// The SVG.
    package func drawing() -> Drawing { ChartPainter(self).drawing() }

    /// What the chart shows, in a sentence, for those who cannot see it.
    package var summary: String {
        guard !present.isEmpty else { return "\(title)，无数据。" }
        let parts = series.map { one in
            let values = one.values.compactMap { $0 }
            let missing = count - values.count
            guard let least = values.min(by: { $0.position < $1.position }),
                let most = values.max(by: { $0.position < $1.position })
            else { return "\(one.name)无数据" }
            let gap = missing > 0 ? "，缺\(missing)个" : ""
            return "\(one.name)最小\(least.text)、最大\(most.text)\(gap)"
        }
        return "\(title)，单位\(unit)，共\(count)个位置：\(parts.joined(separator: "；"))。"
    }

    /// The same data as a table, to stand beside the drawing.
    ///
    /// - Parameter corner: the head of the first column, such as 时间.
    package func table(corner: String) -> Table {
        Table(
            caption: [Run("\(title)（\(unit)）")],
            columns: [.init(.left)] + series.map { _ in .init(.right) },
            header: [[.init(corner)] + series.map { .init($0.name) }],
            rows: (0..<count).map { position in
                let label = labels.indices.contains(position) ? labels[position] : ""
                return [Table.Cell([Run(label)], isRowHeader: true)]
                    + series.map { one in
                        let value = one.values.indices.contains(position) ? one.values[position] : nil
                        return .init(value?.text ?? "—")
                    }
            })
    }
}
