/// A map drawn on the server: boundaries, places with their state, legend, north and scale. For browsers without WebGL or
/// script, and for paper.
///
/// Equirectangular, with longitude scaled by the cosine of the middle latitude: true enough for a city or district.
package struct AreaMap: Hashable, Sendable {
    /// A district or parcel.
    package struct Area: Hashable, Sendable {
        package var name: String
        /// Closed rings; holes are rings inside (even–odd rule).
        package var rings: [[Coordinate]]
        package var tone: Tone?
        package var href: String?

        package init(_ name: String, rings: [[Coordinate]], tone: Tone? = nil, href: String? = nil) {
            self.name = name
            self.rings = rings
            self.tone = tone
            self.href = href
        }
    }

    /// A station, outfall or enterprise.
    package struct Place: Hashable, Sendable {
        package var name: String
        package var coordinate: Coordinate
        /// What its state is, such as 良 AQI 72; shown when pointed at and read aloud.
        package var state: String
        package var tone: Tone?
        package var mark: SVGMark
        package var href: String?

        package init(
            _ name: String, at coordinate: Coordinate, state: String, tone: Tone? = nil, mark: SVGMark = .circle,
            href: String? = nil
        ) {
            self.name = name
            self.coordinate = coordinate
            self.state = state
            self.tone = tone
            self.mark = mark
            self.href = href
        }
    }

    /// A line of the legend.
    package struct LegendEntry: Hashable, Sendable {
        package var label: String
        package var tone: Tone?
        package var mark: SVGMark

        package init(_ label: String, tone: Tone? = nil, mark: SVGMark = .circle) {
            self.label = label
            self.tone = tone
            self.mark = mark
        }
    }

    package var title: String
    package var areas: [Area]
    package var places: [Place]
    package var legend: [LegendEntry]
    /// Printed under the map, such as the number of the map's approval (审图号).
    package var remark: String?
    /// Width in pixels at 96 an inch; the height follows from the land.
    package var width: Int

    package init(
        title: String, areas: [Area], places: [Place], legend: [LegendEntry] = [], remark: String? = nil,
        width: Int = 720
    ) {
        self.title = title
        self.areas = areas
        self.places = places
        self.legend = legend
        self.remark = remark
        self.width = max(width, 240)
    }

    /// The SVG.
    package func drawing() -> Drawing { MapPainter(self).drawing() }

    /// What the map shows, for those who cannot see it.
    package var summary: String {
        guard !places.isEmpty else { return "\(title)，\(areas.count)个区域。" }
        return "\(title)：" + places.map { "\($0.name)\($0.state)" }.joined(separator: "；") + "。"
    }
}
