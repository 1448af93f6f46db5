import Foundation

/// The outlines of the towns, for drawing and for asking in which town a point lies.
package struct TownMap: Sendable {
    /// One corner in decimal degrees.
    package struct Corner: Hashable, Sendable {
        package let longitude: Double
        package let latitude: Double
    }

    /// The outer ring of each town, by code; the last corner is the first again.
    package let outlines: [String: [Corner]]

    /// Reads the file that comes with the program. Throws `DemoError`.
    package static func load() throws -> TownMap {
        try TownMap(geoJSON: DistrictPlan.townsGeoJSON())
    }

    init(geoJSON: Data) throws {
        let file: File
        do {
            file = try JSONDecoder().decode(File.self, from: geoJSON)
        } catch {
            throw DemoError(.fileUnreadable, name: "towns.geojson", detail: "\(error)")
        }
        var outlines: [String: [Corner]] = [:]
        for feature in file.features {
            let ring = feature.geometry.coordinates.first ?? []
            outlines[feature.properties.code] = ring.map { Corner(longitude: $0[0], latitude: $0[1]) }
        }
        self.outlines = outlines
    }

    /// The code of the town in which a point lies; nil outside the district.
    package func town(longitude: Double, latitude: Double) -> String? {
        let point = Corner(longitude: longitude, latitude: latitude)
        return outlines.keys.sorted().first { Self.contains(outlines[$0] ?? [], point) }
    }

    /// Even-odd rule: a ray to the east crosses the outline an odd number of times.
    private static func contains(_ ring: [Corner], _ point: Corner) -> Bool {
        var inside = false
        for (a, b) in zip(ring, ring.dropFirst())
        where (a.latitude > point.latitude) != (b.latitude > point.latitude) {
            let share = (point.latitude - a.latitude) / (b.latitude - a.latitude)
            if point.longitude < a.longitude + share * (b.longitude - a.longitude) { inside.toggle() }
        }
        return inside
    }

    private struct File: Decodable {
        let features: [Feature]
    }

    private struct Feature: Decodable {
        let properties: Properties
        let geometry: Geometry
    }

    private struct Properties: Decodable {
        let code: String
    }

    private struct Geometry: Decodable {
        let coordinates: [[[Double]]]
    }
}
