package import Standards

/// All that is looked at together: series that are one another's neighbours and counterparts, checks of devices, marks.
package struct CheckField: Sendable {
    /// In the order of station, item and length, so that nothing follows from the order in which they were given.
    package let series: [CheckSeries]
    /// Where values are due; nil for from the first to the last period of each series.
    package let due: Range<Instant>?
    package let drifts: [CheckDrift]
    package let marks: [CheckMark]

    private struct Key: Hashable {
        let station: String
        let item: String
        let seconds: Int
    }

    private struct Neighbourhood: Hashable {
        let kind: String
        let group: String
        let item: String
        let seconds: Int
    }

    private let places: [Key: Int]
    private let neighbourhoods: [Neighbourhood: [Int]]

    /// - Precondition: none; of two series of one station, item and length the last one counts.
    package init(
        _ given: [CheckSeries], due: Range<Instant>? = nil, drifts: [CheckDrift] = [], marks: [CheckMark] = []
    ) {
        var latest: [Key: CheckSeries] = [:]
        for one in given { latest[Key(station: one.station, item: one.item, seconds: one.seconds)] = one }
        let series = latest.values.sorted {
            ($0.station, $0.item, $0.seconds) < ($1.station, $1.item, $1.seconds)
        }
        var places: [Key: Int] = [:]
        var neighbourhoods: [Neighbourhood: [Int]] = [:]
        for (place, one) in series.enumerated() {
            places[Key(station: one.station, item: one.item, seconds: one.seconds)] = place
            neighbourhoods[Self.neighbourhood(of: one), default: []].append(place)
        }
        self.series = series
        self.due = due
        self.drifts = drifts.sorted { ($0.moment, $0.station, $0.item) < ($1.moment, $1.station, $1.item) }
        self.marks = marks
        self.places = places
        self.neighbourhoods = neighbourhoods
    }

    /// The same with series that should be there; those that are here stay as they are.
    func with(_ expected: [CheckSeries]) -> CheckField {
        CheckField(expected + series, due: due, drifts: drifts, marks: marks)
    }

    /// Another item of the same station and length.
    func counterpart(of series: CheckSeries, item: String) -> CheckSeries? {
        places[Key(station: series.station, item: item, seconds: series.seconds)].map { self.series[$0] }
    }

    /// The same item of another station.
    func sister(of series: CheckSeries, station: String) -> CheckSeries? {
        places[Key(station: station, item: series.item, seconds: series.seconds)].map { self.series[$0] }
    }

    /// The same item of the other stations of its group.
    func neighbours(of series: CheckSeries) -> [CheckSeries] {
        (neighbourhoods[Self.neighbourhood(of: series)] ?? []).map { self.series[$0] }
            .filter { $0.station != series.station }
    }

    private static func neighbourhood(of series: CheckSeries) -> Neighbourhood {
        Neighbourhood(kind: series.kind, group: series.group, item: series.item, seconds: series.seconds)
    }
}
