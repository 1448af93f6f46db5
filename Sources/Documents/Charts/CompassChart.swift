import Foundation

/// Wedges about a centre by the sixteen directions of the compass: roses of wind and pollution, polar plots.
///
/// North is up, directions run clockwise. Colours run from light to dark, so that they can be told apart without hue; every
/// wedge carries its words.
package struct CompassChart: Hashable, Sendable {
    /// A piece of a sector between two distances from the centre.
    package struct Wedge: Hashable, Sendable {
        /// 0 … 15, clockwise from north.
        package var sector: Int
        /// Distances from the centre as shares of the radius, 0 … 1.
        package var inner: Double
        package var outer: Double
        /// The place in the legend; nil is drawn hollow.
        package var tone: Int?
        /// What it says, e.g. 东北风 3.4—5.4 m/s：12.5 小时.
        package var hint: String

        package init(sector: Int, inner: Double, outer: Double, tone: Int?, hint: String) {
            self.sector = sector
            self.inner = inner
            self.outer = outer
            self.tone = tone
            self.hint = hint
        }
    }

    /// A circle with what it stands for.
    package struct Ring: Hashable, Sendable {
        package var radius: Double
        package var label: String

        package init(_ radius: Double, _ label: String) {
            self.radius = radius
            self.label = label
        }
    }

    package var title: String
    package var wedges: [Wedge]
    package var rings: [Ring]
    /// What each tone stands for, lightest first; at most eight.
    package var legend: [String]
    /// What stands beneath, e.g. 静风 12.3%（n=108）.
    package var note: String
    /// What the drawing shows, for those who cannot see it.
    package var summary: String

    package init(
        title: String, wedges: [Wedge], rings: [Ring], legend: [String], note: String, summary: String
    ) {
        self.title = title
        self.wedges = wedges
        self.rings = rings
        self.legend = legend
        self.note = note
        self.summary = summary
    }

    /// Viridis, light to dark: equal steps of lightness.
    private static let tones = [
        "#FDE725", "#A0DA39", "#4AC16D", "#1FA187", "#277F8E", "#365C8D", "#46327E", "#440154",
    ]
    private static let size = (width: 560, height: 420)
    private static let centre = (x: 200.0, y: 222.0)
    private static let radius = 158.0
    private static let names = ["北", "东北", "东", "东南", "南", "西南", "西", "西北"]

    /// The colour of a place in a legend of so many.
    private func color(_ tone: Int) -> String {
        let last = Self.tones.count - 1
        guard legend.count > 1 else { return Self.tones[4] }
        return Self.tones[min(last, max(0, tone * last / (legend.count - 1)))]
    }

    /// The SVG.
    package func drawing() -> Drawing {
        SVGCanvas.drawing(
            width: Self.size.width, height: Self.size.height, name: "compass", title: title, summary: summary
        ) { canvas in
            canvas.text(title, 12, 20, size: 14, weight: "bold")
            for wedge in wedges { draw(wedge, on: &canvas) }
            frame(&canvas)
            for (place, name) in legend.enumerated() {
                let y = 60 + Double(place) * 22
                canvas.rectangle(410, y - 11, 14, 14, fill: color(place))
                canvas.text(name, 430, y, size: 12)
            }
            canvas.text(note, 12, Double(Self.size.height) - 10, size: 12)
        }
    }

    private func draw(_ wedge: Wedge, on canvas: inout SVGCanvas) {
        let middle = Double(wedge.sector) * 22.5
        // A sliver of paper stays between neighbours.
        let (from, to) = (middle - 10.75, middle + 10.75)
        let (inner, outer) = (wedge.inner * Self.radius, wedge.outer * Self.radius)
        let path =
            "M\(point(from, inner))L\(point(from, outer))A\(arc(outer)) 0 0 1 \(point(to, outer))"
            + "L\(point(to, inner))A\(arc(inner)) 0 0 0 \(point(from, inner))Z"
        canvas.path(
            path, stroke: wedge.tone == nil ? "#8A979F" : "#FFFFFF", width: wedge.tone == nil ? 0.8 : 0.4,
            dash: wedge.tone == nil ? "2 2" : nil, fill: wedge.tone.map(color) ?? "#FFFFFF", hint: wedge.hint)
    }

    private func frame(_ canvas: inout SVGCanvas) {
        for ring in rings {
            let radius = ring.radius * Self.radius
            canvas.path(
                "M\(point(0, radius))A\(arc(radius)) 0 1 1 \(point(180, radius))A\(arc(radius)) 0 1 1 \(point(0, radius))",
                stroke: "#5B6B75", width: 0.6, dash: "2 3")
            let place = position(56, radius)
            // On paper of its own, as it may lie on a dark wedge.
            canvas.rectangle(
                place.x, place.y - 11, 4 + Double(TextWidth.halves(ring.label)) * 6, 15, fill: "#FFFFFF")
            canvas.text(ring.label, place.x + 2, place.y, size: 11)
        }
        for (place, name) in Self.names.enumerated() {
            let spot = position(Double(place) * 45, Self.radius + 16)
            canvas.text(name, spot.x, spot.y + 4, anchor: "middle", size: 12)
        }
    }

    private func position(_ degrees: Double, _ radius: Double) -> (x: Double, y: Double) {
        let angle = degrees * .pi / 180
        return (Self.centre.x + radius * sin(angle), Self.centre.y - radius * cos(angle))
    }

    private func point(_ degrees: Double, _ radius: Double) -> String {
        let place = position(degrees, radius)
        return "\(SVGCanvas.number(place.x)) \(SVGCanvas.number(place.y))"
    }

    private func arc(_ radius: Double) -> String { "\(SVGCanvas.number(radius)) \(SVGCanvas.number(radius))" }
}
