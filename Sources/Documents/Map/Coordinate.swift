/// A place on the earth in degrees, CGCS2000. For drawing only.
package struct Coordinate: Hashable, Sendable {
    package var longitude: Double
    package var latitude: Double

    package init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    var isDrawable: Bool { longitude.isFinite && latitude.isFinite && abs(longitude) <= 180 && abs(latitude) <= 90 }
}
