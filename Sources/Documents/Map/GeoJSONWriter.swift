/// Writes shapes and points as GeoJSON, degrees with six places (about a decimetre).
package struct GeoJSONWriter {
    private var bytes: [UInt8] = Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
    private var count = 0

    package init() {}

    /// Adds a point with properties.
    ///
    /// - Parameters:
    ///   - longitude: in millionths of a degree, as `latitude`.
    package mutating func point(longitude: Int64, latitude: Int64, _ properties: [(String, String)]) {
        open(properties)
        append("\"Point\",\"coordinates\":[\(Self.degrees(longitude)),\(Self.degrees(latitude))]}}")
    }

    /// Adds a shape with its name.
    package mutating func shape(_ shape: GeoJSON.Shape) {
        open([("name", shape.name)])
        let parts = shape.parts.map { part in
            "[" + part.map { "[\(Self.degrees($0.longitude)),\(Self.degrees($0.latitude))]" }.joined(separator: ",")
                + "]"
        }
        let joined = parts.joined(separator: ",")
        switch shape.form {
        case .point: append("\"MultiPoint\",\"coordinates\":\(parts.first ?? "[]")}}")
        case .line: append("\"MultiLineString\",\"coordinates\":[\(joined)]}}")
        case .area:
            let polygons = parts.indices.reduce(into: [[String]]()) { polygons, place in
                if shape.holes.contains(place), !polygons.isEmpty {
                    polygons[polygons.count - 1].append(parts[place])
                } else {
                    polygons.append([parts[place]])
                }
            }
            let rings = polygons.map { "[\($0.joined(separator: ","))]" }.joined(separator: ",")
            append("\"MultiPolygon\",\"coordinates\":[\(rings)]}}")
        }
    }

    /// The bytes of the file.
    package consuming func finished() -> [UInt8] { bytes + Array("]}".utf8) }

    private mutating func open(_ properties: [(String, String)]) {
        if count > 0 { bytes.append(UInt8(ascii: ",")) }
        count += 1
        let members = properties.map { "\(Self.quoted($0.0)):\(Self.quoted($0.1))" }.joined(separator: ",")
        append("{\"type\":\"Feature\",\"properties\":{\(members)},\"geometry\":{\"type\":")
    }

    private mutating func append(_ text: String) { bytes += Array(text.utf8) }

    private static func degrees(_ value: Double) -> String { degrees(Int64((value * 1_000_000).rounded())) }

    /// Millionths of a degree as degrees with six places.
    package static func degrees(_ millionths: Int64) -> String {
        let digits = String(millionths.magnitude)
        let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
        return (millionths < 0 ? "-" : "") + padded.dropLast(6) + "." + padded.suffix(6)
    }

    /// A JSON string (RFC 8259).
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
