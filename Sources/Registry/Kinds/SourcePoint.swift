package import Standards

/// A place on the map with the datum its coordinates are given in; without the datum a point may lie 600 m beside.
package struct SourcePoint: Sendable, Hashable {
    package enum Datum: String, Sendable, CaseIterable {
        /// WGS 84; CGCS2000 is the same at this scale.
        case wgs84 = "WGS84"
        /// The shifted datum of Chinese web maps.
        case gcj02 = "GCJ-02"
        /// The source does not say.
        case unknown = "未说明"

        /// Reads the names in use.
        package init?(written text: String) {
            switch HalfWidth.folded(text).uppercased().filter({ !" -_".contains($0) }) {
            case "WGS84", "CGCS2000", "EPSG4326", "EPSG4490", "2000国家大地坐标系": self = .wgs84
            case "GCJ02", "火星坐标", "火星坐标系": self = .gcj02
            case "未说明", "未知", "": self = .unknown
            default: return nil
            }
        }
    }

    package let longitude: ExactDecimal
    package let latitude: ExactDecimal
    package let datum: Datum

    /// Nil outside China and its seas.
    package init?(longitude: ExactDecimal, latitude: ExactDecimal, datum: Datum) {
        guard longitude >= 70, longitude <= 140, latitude >= 3, latitude <= 55 else { return nil }
        self.longitude = longitude
        self.latitude = latitude
        self.datum = datum
    }

    /// Reads `longitude,latitude datum` as `text` writes it; without a datum it is unknown.
    package init?(text: String) {
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard let first = parts.first, parts.count <= 2 else { return nil }
        let numbers = first.split(separator: ",").map { ExactDecimal(String($0)) }
        guard numbers.count == 2, let longitude = numbers[0], let latitude = numbers[1] else { return nil }
        guard let datum = Datum(written: parts.count > 1 ? String(parts[1]) : "") else { return nil }
        self.init(longitude: longitude, latitude: latitude, datum: datum)
    }

    /// The form in which it is kept.
    package var text: String { "\(longitude),\(latitude) \(datum.rawValue)" }
}
