internal import Foundation

/// Shapes on the map as GeoJSON (RFC 7946): what a bureau has of its towns, rivers and zones.
package struct GeoJSON: Hashable, Sendable {
    /// What a shape is made of.
    package enum Form: String, Hashable, Sendable { case point, line, area }

    /// One shape with its name.
    package struct Shape: Hashable, Sendable {
        /// Empty where the file has none.
        package var name: String
        package var form: Form
        /// Points, lines, or closed rings (even–odd), each in order.
        package var parts: [[Coordinate]]
        /// The places among the parts of rings that are holes in the ring before them.
        package var holes: Set<Int>

        package init(name: String, form: Form, parts: [[Coordinate]], holes: Set<Int> = []) {
            self.name = name
            self.form = form
            self.parts = parts
            self.holes = holes
        }
    }

    package var shapes: [Shape]
    /// The name of a coordinate system in the file's `crs`, which older files have; nil for none.
    package var systemName: String?

    /// A file larger than this is generalised first, in bytes.
    package static let greatestBytes = 16 << 20
    /// More corners than this are no drawing that a browser moves.
    package static let greatestCorners = 500_000
    /// Members of a shape that name it, in the order in which they are tried.
    private static let nameKeys = ["name", "NAME", "Name", "名称", "ext_name", "title", "XZQMC"]

    /// - Throws: `DocumentError` with `.faultyMap`; its value says what is wrong.
    package init(_ bytes: [UInt8]) throws(DocumentError) {
        guard bytes.count <= Self.greatestBytes else {
            throw DocumentError(.faultyMap, value: "文件超过 \(Self.greatestBytes >> 20) MB，请先简化边界")
        }
        guard let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
            throw DocumentError(.faultyMap, value: "不是 GeoJSON（JSON 对象）")
        }
        shapes = []
        let crs = (root["crs"] as? [String: Any])?["properties"] as? [String: Any]
        systemName = crs?["name"] as? String
        var corners = 0
        for feature in try Self.features(root) {
            let properties = feature["properties"] as? [String: Any] ?? [:]
            let name = Self.nameKeys.lazy.compactMap { properties[$0] as? String }.first ?? ""
            guard let geometry = feature["geometry"] as? [String: Any] else { continue }
            let shape = try Self.shape(geometry, String(name.prefix(100)))
            corners += shape.parts.reduce(0) { $0 + $1.count }
            guard corners <= Self.greatestCorners else {
                throw DocumentError(.faultyMap, value: "超过 \(Self.greatestCorners) 个拐点，请先简化边界")
            }
            shapes.append(shape)
        }
        guard !shapes.isEmpty else { throw DocumentError(.faultyMap, value: "没有图形") }
    }

    /// Shapes that are there already.
    package init(_ shapes: [Shape]) {
        self.shapes = shapes
        systemName = nil
    }

    private static func features(_ root: [String: Any]) throws(DocumentError) -> [[String: Any]] {
        switch root["type"] as? String {
        case "FeatureCollection": return root["features"] as? [[String: Any]] ?? []
        case "Feature": return [root]
        case let type?: throw DocumentError(.faultyMap, value: "最外层是 \(type.prefix(40))，应为 FeatureCollection")
        case nil: throw DocumentError(.faultyMap, value: "没有 type，不是 GeoJSON")
        }
    }

    private static func shape(_ geometry: [String: Any], _ name: String) throws(DocumentError) -> Shape {
        let type = geometry["type"] as? String ?? ""
        let coordinates = geometry["coordinates"] as Any
        switch type {
        case "Point": return Shape(name: name, form: .point, parts: [[try point(coordinates, name)]])
        case "MultiPoint": return Shape(name: name, form: .point, parts: [try points(coordinates, name)])
        case "LineString": return Shape(name: name, form: .line, parts: [try points(coordinates, name)])
        case "MultiLineString": return Shape(name: name, form: .line, parts: try lists(coordinates, name))
        case "Polygon": return try area([coordinates], name)
        case "MultiPolygon": return try area(coordinates as? [Any] ?? [], name)
        default: throw DocumentError(.faultyMap, value: "“\(name)”的图形类型 \(type.prefix(40)) 不支持")
        }
    }

    private static func area(_ polygons: [Any], _ name: String) throws(DocumentError) -> Shape {
        var shape = Shape(name: name, form: .area, parts: [])
        for polygon in polygons {
            let rings = try rings(polygon, name)
            // The first ring is the land, the others are holes in it.
            for place in rings.indices.dropFirst() { shape.holes.insert(shape.parts.count + place) }
            shape.parts += rings
        }
        return shape
    }

    private static func rings(_ value: Any, _ name: String) throws(DocumentError) -> [[Coordinate]] {
        let rings = try lists(value, name)
        for ring in rings where ring.count < 4 {
            throw DocumentError(.faultyMap, value: "“\(name)”的一圈只有 \(ring.count) 个点，至少 4 个（首尾相同）")
        }
        return rings
    }

    private static func lists(_ value: Any, _ name: String) throws(DocumentError) -> [[Coordinate]] {
        var lists: [[Coordinate]] = []
        for list in value as? [Any] ?? [] { lists.append(try points(list, name)) }
        return lists
    }

    private static func points(_ value: Any, _ name: String) throws(DocumentError) -> [Coordinate] {
        var points: [Coordinate] = []
        for one in value as? [Any] ?? [] { points.append(try point(one, name)) }
        return points
    }

    private static func point(_ value: Any, _ name: String) throws(DocumentError) -> Coordinate {
        guard let numbers = value as? [Any], numbers.count >= 2, let longitude = (numbers[0] as? NSNumber)?.doubleValue,
            let latitude = (numbers[1] as? NSNumber)?.doubleValue
        else { throw DocumentError(.faultyMap, value: "“\(name)”有坐标不是“经度, 纬度”") }
        let place = Coordinate(longitude: longitude, latitude: latitude)
        guard place.isDrawable else {
            throw DocumentError(
                .faultyMap, value: "“\(name)”的坐标 \(longitude), \(latitude) 不是经纬度（十进制度），可能是投影坐标")
        }
        return place
    }

    /// The same in another datum.
    package func moved(by move: (Coordinate) -> Coordinate) -> GeoJSON {
        GeoJSON(
            shapes.map { shape in
                Shape(
                    name: shape.name, form: shape.form, parts: shape.parts.map { $0.map(move) },
                    holes: shape.holes)
            })
    }
}
