/// Puts a map on a canvas: areas, then marks, then names where there is room.
struct MapPainter {
    /// A tall district is not drawn higher than 1.2 times its width.
    private static let highestShare = 1.2
    private static let titleHeight = 32.0

    private let map: AreaMap
    private let projection: MapProjection
    private let legendRows: Int

    init(_ map: AreaMap) {
        self.map = map
        let points = map.areas.flatMap { $0.rings.joined() } + map.places.map(\.coordinate)
        let width = Double(map.width)
        projection = MapProjection(points, width: width, highest: width * Self.highestShare)
        var rows = map.legend.isEmpty ? 0 : 1
        var at = 0.0
        for entry in map.legend {
            let needed = Self.legendWidth(entry)
            if at > 0, at + needed > width - 24 {
                rows += 1
                at = 0
            }
            at += needed
        }
        legendRows = rows
    }

    private var mapBottom: Double { Self.titleHeight + projection.height }

    func drawing() -> Drawing {
        let height = mapBottom + Double(legendRows) * 20 + (map.remark == nil ? 8 : 26)
        return SVGCanvas.drawing(
            width: map.width, height: Int(height.rounded(.up)), name: "map", title: map.title, summary: map.summary
        ) { canvas in
            canvas.text(map.title, 12, 20, size: 14, weight: "bold")
            for area in map.areas { paint(area, &canvas) }
            for place in map.places where place.coordinate.isDrawable { paint(place, &canvas) }
            names(&canvas)
            furniture(&canvas)
            legend(&canvas)
            if let remark = map.remark { canvas.text(remark, 12, height - 8, size: 11) }
        }
    }

    private func position(_ point: Coordinate) -> (x: Double, y: Double) {
        (projection.x(point), projection.y(point) + Self.titleHeight)
    }

    private func paint(_ area: AreaMap.Area, _ canvas: inout SVGCanvas) {
        let commands = area.rings.map(outline).joined()
        guard !commands.isEmpty else { return }
        let fill = area.tone.map { "#" + $0.hex } ?? "#F2F4F0"
        canvas.link(area.href, label: area.name) { canvas in
            canvas.path(
                commands, stroke: "#7A8578", width: 1, fill: fill, opacity: area.tone == nil ? nil : "0.35",
                class: area.tone.map { "tone-" + $0.name }, hint: area.name)
        }
    }

    /// A ring as path commands; points that fall on the same hundredth of a pixel are left out.
    private func outline(_ ring: [Coordinate]) -> String {
        var commands = ""
        var last = ""
        var count = 0
        for point in ring where point.isDrawable {
            let at = position(point)
            let text = SVGCanvas.number(at.x) + " " + SVGCanvas.number(at.y)
            guard text != last else { continue }
            commands += (count == 0 ? "M" : "L") + text
            last = text
            count += 1
        }
        return count < 3 ? "" : commands + "Z"
    }

    private func paint(_ place: AreaMap.Place, _ canvas: inout SVGCanvas) {
        let at = position(place.coordinate)
        let label = "\(place.name)：\(place.state)"
        canvas.link(place.href, label: label) { canvas in
            canvas.mark(
                place.mark, at.x, at.y, radius: 6, fill: place.tone.map { "#" + $0.hex } ?? "#FFFFFF",
                stroke: "#333333", class: place.tone.map { "tone-" + $0.name }, hint: label)
        }
    }

    // MARK: Names

    /// Names of places where they hide no other name or mark; then names of areas. What has no room keeps its hint.
    private func names(_ canvas: inout SVGCanvas) {
        var taken = map.places.filter { $0.coordinate.isDrawable }.map { place in
            let at = position(place.coordinate)
            return MapBox(x: at.x - 7, y: at.y - 7, width: 14, height: 14)
        }
        let page = MapBox(x: 2, y: Self.titleHeight, width: Double(map.width) - 4, height: projection.height)
        for place in map.places where place.coordinate.isDrawable {
            let at = position(place.coordinate)
            let width = Double(TextWidth.halves(place.name)) * 6
            let candidates = [
                MapBox(x: at.x + 9, y: at.y - 7, width: width, height: 14),
                MapBox(x: at.x - 9 - width, y: at.y - 7, width: width, height: 14),
                MapBox(x: at.x - width / 2, y: at.y - 23, width: width, height: 14),
                MapBox(x: at.x - width / 2, y: at.y + 9, width: width, height: 14),
            ]
            let free = candidates.first { box in page.contains(box) && !taken.contains { $0.overlaps(box) } }
            guard let free else { continue }
            taken.append(free)
            canvas.text(place.name, free.x, free.y + 11, fill: "#222222", halo: true)
        }
        for area in map.areas {
            guard let middle = Self.middle(of: area) else { continue }
            let at = position(middle)
            let width = Double(TextWidth.halves(area.name)) * 6.5
            let boxes = [0.0, -28, 28, -56, 56].map { shift in
                MapBox(x: at.x - width / 2, y: at.y - 8 + shift, width: width, height: 16)
            }
            let free = boxes.first { box in page.contains(box) && !taken.contains { $0.overlaps(box) } }
            guard let free else { continue }
            taken.append(free)
            canvas.text(area.name, at.x, free.y + 13, anchor: "middle", size: 13, fill: "#5A6B5A", halo: true)
        }
    }

    /// The centre of gravity of the largest ring, by the shoelace formula.
    private static func middle(of area: AreaMap.Area) -> Coordinate? {
        var best: (size: Double, middle: Coordinate)?
        for ring in area.rings where ring.count >= 3 && ring.allSatisfy(\.isDrawable) {
            // About the first point: far from the origin the differences would lose their digits.
            let origin = ring[0]
            var size = 0.0
            var x = 0.0
            var y = 0.0
            for index in ring.indices {
                let a = ring[index]
                let b = ring[(index + 1) % ring.count]
                let (ax, ay) = (a.longitude - origin.longitude, a.latitude - origin.latitude)
                let (bx, by) = (b.longitude - origin.longitude, b.latitude - origin.latitude)
                let cross = ax * by - bx * ay
                size += cross
                x += (ax + bx) * cross
                y += (ay + by) * cross
            }
            guard abs(size) > best?.size ?? 0 else { continue }
            let longitude = origin.longitude + x / size / 3
            best = (abs(size), Coordinate(longitude: longitude, latitude: origin.latitude + y / size / 3))
        }
        return best?.middle
    }

    // MARK: North, scale, legend

    private func furniture(_ canvas: inout SVGCanvas) {
        let x = Double(map.width) - 24
        let y = Self.titleHeight + 12
        canvas.path(
            "M\(SVGCanvas.number(x)) \(SVGCanvas.number(y))l7 22l-7 -5l-7 5Z", stroke: "#333333", width: 1,
            fill: "#333333")
        canvas.text("北", x, y + 38, anchor: "middle", halo: true)
        let bar = projection.scaleBar(atMost: 140)
        let base = mapBottom - 12
        canvas.line(12, base, 12 + bar.width, base, stroke: "#333333", width: 2)
        canvas.line(12, base - 5, 12, base + 1, stroke: "#333333", width: 2)
        canvas.line(12 + bar.width, base - 5, 12 + bar.width, base + 1, stroke: "#333333", width: 2)
        canvas.text(bar.label, 12 + bar.width / 2, base - 6, anchor: "middle", size: 11, halo: true)
    }

    private static func legendWidth(_ entry: AreaMap.LegendEntry) -> Double {
        Double(TextWidth.halves(entry.label)) * 6 + 36
    }

    private func legend(_ canvas: inout SVGCanvas) {
        var at = 12.0
        var base = mapBottom + 18
        for entry in map.legend {
            let needed = Self.legendWidth(entry)
            if at > 12, at + needed > Double(map.width) - 12 {
                at = 12
                base += 20
            }
            canvas.mark(
                entry.mark, at + 8, base - 4, radius: 6, fill: entry.tone.map { "#" + $0.hex } ?? "#FFFFFF",
                stroke: "#333333", class: entry.tone.map { "tone-" + $0.name })
            canvas.text(entry.label, at + 20, base)
            at += needed
        }
    }
}
