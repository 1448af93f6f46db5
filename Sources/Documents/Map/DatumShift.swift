internal import Foundation

/// The shift of GCJ-02, the datum of Chinese web maps, against WGS 84 (which CGCS2000 equals within decimetres).
///
/// The published approximation: polynomials and sines on the ellipsoid of Krasovsky 1940, as open libraries have it
/// (e.g. eviltransform). It agrees with map vendors within a metre or two; for drawing and finding, never for surveying.
package enum DatumShift {
    /// Half axis of Krasovsky 1940 in metres, and the square of its eccentricity.
    private static let axis = 6_378_245.0
    private static let eccentricity = 0.006_693_421_622_965_943_23
    /// The inverse is found by going back and forth; three rounds end below a millimetre.
    private static let rounds = 5

    /// Where the shift is applied: a box about China. Outside both are the same.
    package static func isShifted(_ place: Coordinate) -> Bool {
        place.longitude >= 72.004 && place.longitude <= 137.8347 && place.latitude >= 0.8293
            && place.latitude <= 55.8271
    }

    /// A place of WGS 84 in GCJ-02.
    package static func gcj02(ofWGS84 place: Coordinate) -> Coordinate {
        guard isShifted(place) else { return place }
        let shift = shift(at: place)
        return Coordinate(
            longitude: place.longitude + shift.longitude, latitude: place.latitude + shift.latitude)
    }

    /// A place of GCJ-02 in WGS 84.
    package static func wgs84(ofGCJ02 place: Coordinate) -> Coordinate {
        guard isShifted(place) else { return place }
        var found = place
        for _ in 0..<rounds {
            let there = gcj02(ofWGS84: found)
            found.longitude += place.longitude - there.longitude
            found.latitude += place.latitude - there.latitude
        }
        return found
    }

    /// The shift at a place of WGS 84, in degrees.
    private static func shift(at place: Coordinate) -> Coordinate {
        let x = place.longitude - 105
        let y = place.latitude - 35
        let radians = place.latitude / 180 * Double.pi
        let sine = sin(radians)
        let magic = 1 - eccentricity * sine * sine
        let root = magic.squareRoot()
        let north = northing(x, y) * 180 / ((axis * (1 - eccentricity)) / (magic * root) * Double.pi)
        let east = easting(x, y) * 180 / (axis / root * cos(radians) * Double.pi)
        return Coordinate(longitude: east, latitude: north)
    }

    private static func wave(_ x: Double) -> Double {
        (20 * sin(6 * x * Double.pi) + 20 * sin(2 * x * Double.pi)) * 2 / 3
    }

    private static func northing(_ x: Double, _ y: Double) -> Double {
        var metres = -100 + 2 * x + 3 * y + 0.2 * y * y
        metres += 0.1 * x * y + 0.2 * abs(x).squareRoot()
        metres += wave(x)
        metres += (20 * sin(y * Double.pi) + 40 * sin(y / 3 * Double.pi)) * 2 / 3
        metres += (160 * sin(y / 12 * Double.pi) + 320 * sin(y * Double.pi / 30)) * 2 / 3
        return metres
    }

    private static func easting(_ x: Double, _ y: Double) -> Double {
        var metres = 300 + x + 2 * y + 0.1 * x * x
        metres += 0.1 * x * y + 0.1 * abs(x).squareRoot()
        metres += wave(x)
        metres += (20 * sin(x * Double.pi) + 40 * sin(x / 3 * Double.pi)) * 2 / 3
        metres += (150 * sin(x / 12 * Double.pi) + 300 * sin(x / 30 * Double.pi)) * 2 / 3
        return metres
    }
}
