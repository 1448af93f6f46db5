package import Foundation

extension DistrictPlan {
    /// The plan that comes with the program, checked. Throws `DemoError`.
    package static func load() throws -> DistrictPlan {
        let plan = try decode(DistrictFiles.data("district.json"))
        try plan.check()
        return plan
    }

    /// The towns' outlines as they lie in the file (GeoJSON, CGCS2000 longitude and latitude). Throws `DemoError`.
    package static func townsGeoJSON() throws -> Data {
        try DistrictFiles.data("towns.geojson")
    }

    static func decode(_ data: Data) throws -> DistrictPlan {
        do {
            return try JSONDecoder().decode(DistrictPlan.self, from: data)
        } catch {
            throw DemoError(.fileUnreadable, name: "district.json", detail: "\(error)")
        }
    }

    /// Every reference is answered and nothing is named twice.
    func check() throws {
        let codes = Set(towns.map(\.code))
        let places =
            airStations.map { ($0.code, $0.town) } + noisePoints.map { ($0.id, $0.town) }
            + enterprises.map { ($0.id, $0.town) } + waterSections.map { ($0.id, $0.responsibleTown) }
            + waterSections.map { ($0.id, $0.toTown) } + waterSections.map { ($0.id, $0.fromTown ?? $0.toTown) }
        for (id, town) in places where !codes.contains(town) {
            throw DemoError(.planInconsistent, name: id, detail: "town \(town)")
        }
        var numbers: Set<String> = []
        for device in devices {
            guard channelSets[device.channels] != nil else {
                throw DemoError(.planInconsistent, name: device.mn, detail: "channels \(device.channels)")
            }
            guard numbers.insert(device.mn).inserted, device.mn.utf8.count == 24 else {
                throw DemoError(.planInconsistent, name: device.mn, detail: "mn")
            }
        }
    }
}
