/// An SVG drawing without script or style, made only by the charts and maps of this room, so it may be inlined.
package struct Drawing: Hashable, Sendable {
    /// The `<svg>` element.
    package let svg: String
    /// Size in pixels at 96 a inch.
    package let width: Int
    package let height: Int

    init(svg: String, width: Int, height: Int) {
        self.svg = svg
        self.width = width
        self.height = height
    }
}
