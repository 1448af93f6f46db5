/// Shapes that tell series and states apart without colour.
package enum SVGMark: String, Hashable, Sendable, CaseIterable {
    case circle, square, triangle, diamond

    /// The corners about the centre for a radius of 1; a circle has none.
    var corners: [(x: Double, y: Double)] {
        switch self {
        case .circle: []
        case .square: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
        case .triangle: [(0, -1.2), (1.1, 0.8), (-1.1, 0.8)]
        case .diamond: [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)]
        }
    }
}
