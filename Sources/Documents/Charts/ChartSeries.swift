/// A row of values over the positions of a chart; `nil` is missing, never zero.
package struct ChartSeries: Hashable, Sendable {
    package var name: String
    package var values: [ChartValue?]
    /// Its colour; `nil` takes the next of the palette.
    package var tone: Tone?

    package init(_ name: String, _ values: [ChartValue?], tone: Tone? = nil) {
        self.name = name
        self.values = values
        self.tone = tone
    }
}
