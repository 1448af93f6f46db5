/// Draws SVG shapes with presentation attributes only: the site's policy forbids inline style and script.
struct SVGCanvas {
    private(set) var svg = MarkupWriter()

    /// A coordinate with at most two decimals, the same on every machine.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
        let sign = hundredths < 0 ? "-" : ""
        let whole = abs(hundredths) / 100
        let rest = abs(hundredths) % 100
        guard rest > 0 else { return sign + String(whole) }
        let digits = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0\(rest)" : String(rest))
        return "\(sign)\(whole).\(digits)"
    }

    /// The root with its title, as a picture for assistive technology.
    static func drawing(
        width: Int, height: Int, name: String, title: String, summary: String,
        _ body: (inout SVGCanvas) -> Void
    ) -> Drawing {
        var canvas = SVGCanvas()
        body(&canvas)
        var root = MarkupWriter()
        root.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "class": name, "role": "img", "aria-label": summary,
                "viewBox": "0 0 \(width) \(height)", "width": String(width), "height": String(height),
                "font-family": "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, sans-serif",
                "font-size": "12", "fill": "currentColor",
            ]
        ) { root in
            root.element("title", text: title)
            root.append(markup: canvas.svg)
        }
        return Drawing(svg: root.text, width: width, height: height)
    }

    mutating func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String, width: Double = 1, dash: String? = nil,
        opacity: String? = nil
    ) {
        svg.empty(
            "line",
            [
                "x1": Self.number(x1), "y1": Self.number(y1), "x2": Self.number(x2), "y2": Self.number(y2),
                "stroke": stroke, "stroke-width": Self.number(width), "stroke-dasharray": dash,
                "stroke-opacity": opacity,
            ])
    }

    mutating func rectangle(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, opacity: String? = nil,
        class name: String? = nil, hint: String? = nil
    ) {
        let attributes: MarkupWriter.Attributes = [
            "class": name, "x": Self.number(x), "y": Self.number(y), "width": Self.number(max(0, width)),
            "height": Self.number(max(0, height)), "fill": fill, "fill-opacity": opacity,
        ]
        shape("rect", attributes, hint: hint)
    }

    /// A path from its commands, not filled unless `fill` is given.
    mutating func path(
        _ commands: String, stroke: String, width: Double, dash: String? = nil, fill: String = "none",
        opacity: String? = nil, class name: String? = nil, hint: String? = nil
    ) {
        let attributes: MarkupWriter.Attributes = [
            "class": name, "d": commands, "fill": fill, "fill-rule": fill == "none" ? nil : "evenodd",
            "fill-opacity": opacity, "stroke": stroke, "stroke-width": Self.number(width), "stroke-dasharray": dash,
            "stroke-linejoin": "round",
        ]
        shape("path", attributes, hint: hint)
    }

    /// Text whose `anchor` is `start`, `middle` or `end`; `y` is its base line.
    mutating func text(
        _ content: String, _ x: Double, _ y: Double, anchor: String = "start", size: Double? = nil,
        fill: String? = nil, weight: String? = nil, halo: Bool = false, class name: String? = nil
    ) {
        svg.element(
            "text",
            [
                "class": name, "x": Self.number(x), "y": Self.number(y),
                "text-anchor": anchor == "start" ? nil : anchor,
                "font-size": size.map(Self.number), "fill": fill, "font-weight": weight,
                // White round the letters keeps them readable on lines and areas.
                "paint-order": halo ? "stroke" : nil, "stroke": halo ? "#FFFFFF" : nil,
                "stroke-width": halo ? "3" : nil, "stroke-linejoin": halo ? "round" : nil,
            ], text: content)
    }

    /// A mark of a value or place.
    mutating func mark(
        _ mark: SVGMark, _ x: Double, _ y: Double, radius: Double, fill: String, stroke: String = "none",
        class name: String? = nil, hint: String? = nil
    ) {
        if mark == .circle {
            shape(
                "circle",
                [
                    "class": name, "cx": Self.number(x), "cy": Self.number(y), "r": Self.number(radius), "fill": fill,
                    "stroke": stroke,
                ], hint: hint)
        } else {
            let points = mark.corners.map { corner in
                Self.number(x + corner.x * radius) + "," + Self.number(y + corner.y * radius)
            }
            shape(
                "polygon",
                ["class": name, "points": points.joined(separator: " "), "fill": fill, "stroke": stroke], hint: hint)
        }
    }

    /// A link around what `body` draws; an address that may not be followed gives no link.
    mutating func link(_ address: String?, label: String, _ body: (inout SVGCanvas) -> Void) {
        guard let address, let followable = Link.followable(address) else { return body(&self) }
        var inner = SVGCanvas()
        body(&inner)
        svg.element("a", ["href": followable, "aria-label": label]) { $0.append(markup: inner.svg) }
    }

    private mutating func shape(_ name: String, _ attributes: MarkupWriter.Attributes, hint: String?) {
        guard let hint else { return svg.empty(name, attributes) }
        svg.element(name, attributes) { $0.element("title", text: hint) }
    }
}
