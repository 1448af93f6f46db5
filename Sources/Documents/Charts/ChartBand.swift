/// A range of values with a colour behind the chart, such as a class of air quality.
package struct ChartBand: Hashable, Sendable {
    /// `nil` is without bound below.
    package var lower: ChartValue?
    /// `nil` is without bound above.
    package var upper: ChartValue?
    /// Such as 良; printed at the band's right edge, so the colour is not the only sign.
    package var name: String
    package var tone: Tone

    package init(from lower: ChartValue?, to upper: ChartValue?, name: String, tone: Tone) {
        self.lower = lower
        self.upper = upper
        self.name = name
        self.tone = tone
    }
}
