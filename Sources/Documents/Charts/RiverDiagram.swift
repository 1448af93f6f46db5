/// A river as a straight line from its source side to its mouth, with its sections as nodes (河道概化图).
package struct RiverDiagram: Hashable, Sendable {
    /// A section on the line.
    package struct Node: Hashable, Sendable {
        /// Where it stands: along the line, 0 … 1.
        package var position: Double
        package var name: String
        /// What is written beneath, e.g. Ⅳ / 目标Ⅲ.
        package var state: String
        /// More words beneath, e.g. 12.6 km.
        package var place: String
        /// Colour of what it is, `#` and six digits; nil for none: drawn hollow.
        package var fill: String?
        /// Colour of what it should be, as a ring; nil for no target.
        package var ring: String?
        /// Whether it is dry, which is not the same as missing.
        package var isDry: Bool
        /// Where the district's border is crossed: 入境 or 出境; nil for neither.
        package var border: String?
        /// Where a click leads.
        package var href: String?

        package init(
            position: Double, name: String, state: String, place: String, fill: String?, ring: String?, isDry: Bool,
            border: String?, href: String?
        ) {
            self.position = position
            self.name = name
            self.state = state
            self.place = place
            self.fill = fill
            self.ring = ring
            self.isDry = isDry
            self.border = border
            self.href = href
        }
    }

    package var title: String
    package var nodes: [Node]
    /// The numbers beneath the axis; empty where distances are not known.
    package var ticks: [(position: Double, label: String)]
    package var summary: String

    package init(title: String, nodes: [Node], ticks: [(position: Double, label: String)], summary: String) {
        self.title = title
        self.nodes = nodes
        self.ticks = ticks
        self.summary = summary
    }

    package static func == (left: RiverDiagram, right: RiverDiagram) -> Bool {
        left.title == right.title && left.nodes == right.nodes && left.summary == right.summary
            && left.ticks.elementsEqual(right.ticks) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(title)
        hasher.combine(nodes)
    }

    private static let size = (width: 1_200, height: 200)
    private static let line = 92.0
    private static let (left, right) = (70.0, 1_130.0)

    private func x(_ position: Double) -> Double { Self.left + (Self.right - Self.left) * position }

    /// The SVG; the water runs from left to right.
    package func drawing() -> Drawing {
        SVGCanvas.drawing(
            width: Self.size.width, height: Self.size.height, name: "river", title: title, summary: summary
        ) { canvas in
            canvas.text(title, 12, 20, size: 14, weight: "bold")
            canvas.text("水流方向 →", Double(Self.size.width) - 12, 20, anchor: "end", size: 12)
            reach(&canvas)
            for tick in ticks {
                canvas.line(x(tick.position), 180, x(tick.position), 185, stroke: "currentColor", opacity: "0.6")
                canvas.text(tick.label, x(tick.position), 197, anchor: "middle", size: 11)
            }
            if !ticks.isEmpty {
                canvas.line(Self.left, 180, Self.right, 180, stroke: "currentColor", opacity: "0.6")
            }
            for node in nodes { draw(node, on: &canvas) }
        }
    }

    private func reach(_ canvas: inout SVGCanvas) {
        canvas.line(Self.left - 40, Self.line, Self.right + 36, Self.line, stroke: "#7FB2D9", width: 8)
        let tip = Self.right + 52
        canvas.path(
            "M\(SVGCanvas.number(tip - 18)) \(SVGCanvas.number(Self.line - 10))L\(SVGCanvas.number(tip)) "
                + "\(SVGCanvas.number(Self.line))L\(SVGCanvas.number(tip - 18)) \(SVGCanvas.number(Self.line + 10))Z",
            stroke: "#7FB2D9", width: 1, fill: "#7FB2D9")
    }

    private func draw(_ node: Node, on canvas: inout SVGCanvas) {
        let place = x(node.position)
        if let border = node.border {
            canvas.text(border, place, 40, anchor: "middle", size: 12, weight: "bold")
        }
        let words = "\(node.name) \(node.state)"
        canvas.link(node.href, label: words) { canvas in
            if let ring = node.ring {
                canvas.mark(.circle, place, Self.line, radius: 17, fill: ring, stroke: "#33424D")
                canvas.mark(.circle, place, Self.line, radius: 13, fill: "#FFFFFF")
            }
            canvas.mark(
                node.isDry ? .square : .circle, place, Self.line, radius: 11, fill: node.fill ?? "#FFFFFF",
                stroke: "#33424D", hint: words)
            if node.isDry { canvas.text("断", place, Self.line + 4, anchor: "middle", size: 11) }
            if node.fill == nil, !node.isDry { canvas.text("缺", place, Self.line + 4, anchor: "middle", size: 11) }
            canvas.text(node.name, place, 66, anchor: "middle", size: 13, halo: true)
            canvas.text(node.state, place, 130, anchor: "middle", size: 12, halo: true)
            canvas.text(node.place, place, 148, anchor: "middle", size: 11, halo: true)
        }
    }
}
