package import Standards
package import Storage

/// What stands of the hours of an outlet: what arrived last, and what reviewers said of it. What counts is what arrived.
package struct OutletAssessments: Sendable {
    private let readings: [Instant: [String: Reading]]
    private let words: [Instant: [String: [HourReview]]]

    /// The hours that start in a span.
    package init(of outlet: String, from start: Instant, to end: Instant, in connection: ReadConnection) throws {
        readings =
            try LatestReadingStore.latest(of: [outlet], from: start, to: end, seconds: 3_600, in: connection)[outlet]
            ?? [:]
        var words: [Instant: [String: [HourReview]]] = [:]
        for word in try OutletAssessmentStore.words(of: outlet, from: start, to: end, in: connection) {
            words[word.start, default: [:]][word.item, default: []].append(word)
        }
        self.words = words
    }

    /// A value with what stands of it.
    ///
    /// - Parameter item: that of the series.
    package func value(_ item: String, at start: Instant) -> ReviewedValue {
        ReviewedValue(readings[start]?[item], decisions: words[start]?[item] ?? [])
    }

    /// What was last received of a series.
    package func reading(_ item: String, at start: Instant) -> Reading? { readings[start]?[item] }
}
