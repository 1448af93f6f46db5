import Testing

@testable import Documents

/// The shift between the datum of web maps and the national one, against published pairs.
struct DatumShiftTests {
    /// Pairs that the tests of eviltransform publish: WGS 84, GCJ-02 (latitude, longitude).
    private static let pairs: [(Coordinate, Coordinate)] = [
        (
            Coordinate(longitude: 121.5272106, latitude: 31.1774276),
            Coordinate(longitude: 121.531541859215, latitude: 31.17530398364597)
        ),
        (
            Coordinate(longitude: 113.912316, latitude: 22.543847),
            Coordinate(longitude: 113.9171764808363, latitude: 22.540796131694766)
        ),
        (
            Coordinate(longitude: 116.377817, latitude: 39.911954),
            Coordinate(longitude: 116.38404722455657, latitude: 39.91334545536069)
        ),
    ]

    private static func distance(_ left: Coordinate, _ right: Coordinate) -> Double {
        max(abs(left.longitude - right.longitude), abs(left.latitude - right.latitude))
    }

    @Test func `published places are where others put them`() {
        for (wgs84, gcj02) in Self.pairs {
            #expect(Self.distance(DatumShift.gcj02(ofWGS84: wgs84), gcj02) < 0.000_001)
            #expect(Self.distance(DatumShift.wgs84(ofGCJ02: gcj02), wgs84) < 0.000_001)
        }
    }

    @Test func `there and back ends where it began, all over the country, and never moves two kilometres`() {
        var chance = SeededGenerator(seed: 4490)
        for _ in 0..<2_000 {
            let place = Coordinate(
                longitude: Double.random(in: 75...134, using: &chance),
                latitude: Double.random(in: 18...53, using: &chance))
            let shifted = DatumShift.gcj02(ofWGS84: place)
            #expect(Self.distance(place, shifted) > 0 && Self.distance(place, shifted) < 0.02)
            #expect(Self.distance(DatumShift.wgs84(ofGCJ02: shifted), place) < 0.000_000_1)
        }
    }

    @Test func `outside of the country nothing is shifted`() {
        let place = Coordinate(longitude: 2.35, latitude: 48.85)
        #expect(DatumShift.gcj02(ofWGS84: place) == place)
        #expect(DatumShift.wgs84(ofGCJ02: place) == place)
    }
}
