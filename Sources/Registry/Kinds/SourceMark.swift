/// How sources of a kind are drawn on a map.
package struct SourceMark: Sendable, Hashable {
    package enum Shape: String, Sendable, CaseIterable { case circle, square, triangle, diamond, cross, area }

    package let shape: Shape
    /// `#rrggbb`.
    package let colour: String
}
