internal import Foundation

/// From degrees to pixels: equirectangular, longitude scaled by the cosine of the middle latitude.
struct MapProjection {
    /// A degree of latitude in kilometres (mean of the ellipsoid).
    private static let kilometresPerDegree = 111.2
    /// An empty or single-point map shows about this many degrees.
    private static let smallestSpan = 0.02

    /// Height of the map in pixels for the width given.
    let height: Double
    private let west: Double
    private let north: Double
    private let shrink: Double
    /// Pixels per degree of latitude.
    private let scale: Double

    /// A projection that shows all of `points` within `width`, with a margin, not higher than `highest`.
    init(_ points: [Coordinate], width: Double, highest: Double) {
        let shown = points.filter(\.isDrawable)
        let longitudes = shown.map(\.longitude)
        let latitudes = shown.map(\.latitude)
        let middleLatitude = ((latitudes.min() ?? 0) + (latitudes.max() ?? 0)) / 2
        let middleLongitude = ((longitudes.min() ?? 0) + (longitudes.max() ?? 0)) / 2
        shrink = max(0.05, cos(middleLatitude * .pi / 180))
        let tall = max(Self.smallestSpan, (latitudes.max() ?? 0) - (latitudes.min() ?? 0)) * 1.1
        let wide = max(Self.smallestSpan, ((longitudes.max() ?? 0) - (longitudes.min() ?? 0)) * shrink) * 1.1
        scale = min(width / wide, highest / tall)
        height = max(120, tall * scale)
        west = middleLongitude - width / scale / shrink / 2
        north = middleLatitude + height / scale / 2
    }

    func x(_ point: Coordinate) -> Double { (point.longitude - west) * shrink * scale }
    func y(_ point: Coordinate) -> Double { (north - point.latitude) * scale }

    /// A round distance of at most `pixels`, with its width in pixels.
    func scaleBar(atMost pixels: Double) -> (label: String, width: Double) {
        let pixelsPerKilometre = scale / Self.kilometresPerDegree
        let metres = [
            1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000,
            1_000_000,
        ]
        let fitting = metres.last { Double($0) / 1_000 * pixelsPerKilometre <= pixels } ?? 1
        let label = fitting >= 1_000 ? "\(fitting / 1_000) 千米" : "\(fitting) 米"
        return (label, Double(fitting) / 1_000 * pixelsPerKilometre)
    }
}
