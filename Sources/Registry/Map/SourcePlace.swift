import Documents
import Standards

/// Where a source is drawn: millionths of a degree of WGS 84, whatever datum its list was in.
package struct SourcePlace: Sendable, Hashable {
    package let longitude: Int64
    package let latitude: Int64
    package let id: String
    package let name: String

    /// The name of the field that every kind keeps its place in.
    static let field = "location"

    /// The millionths of a point. One without a datum is drawn as it is: its page says so.
    static func millionths(of point: SourcePoint) -> (longitude: Int64, latitude: Int64)? {
        guard let longitude = Double("\(point.longitude)"), let latitude = Double("\(point.latitude)") else {
            return nil
        }
        var place = Coordinate(longitude: longitude, latitude: latitude)
        if point.datum == .gcj02 { place = DatumShift.wgs84(ofGCJ02: place) }
        return (SourceBox.millionths(place.longitude), SourceBox.millionths(place.latitude))
    }
}
