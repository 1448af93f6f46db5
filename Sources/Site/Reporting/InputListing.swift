import Reporting
import Standards

/// The inputs of a figure as a reader goes through them: one by one where they are few, else by month and by day.
struct InputListing {
    /// Inputs that are listed one by one on a page.
    static let pageLength = 100

    /// Inputs of a month or a day.
    struct Group {
        let period: ReportPeriod
        /// Places of its inputs in the figure.
        let places: [Int]
    }

    /// The month or day that is shown; nil for all inputs.
    let period: ReportPeriod?
    /// Places of its inputs in the figure.
    let places: [Int]
    /// The months or days into which they fall; empty where the inputs themselves are listed.
    let groups: [Group]

    init(_ inputs: [FigureInput], within period: ReportPeriod?) {
        let dates = inputs.map(\.id.date)
        let places = inputs.indices.filter { place in
            guard let period else { return true }
            return dates[place].map(period.contains) ?? false
        }
        self.period = period
        self.places = places
        let isShort = places.count <= Self.pageLength
        // Inputs without a time of their own stay together: they would be in no group.
        groups =
            isShort || places.contains { dates[$0] == nil }
            ? [] : [true, false].lazy.map { Self.groups(places, dates, byMonth: $0) }.first { $0.count > 1 } ?? []
    }

    private static func groups(_ places: [Int], _ dates: [CivilDate?], byMonth: Bool) -> [Group] {
        let byPeriod = Dictionary(grouping: places) { place -> ReportPeriod? in
            dates[place].map { ReportPeriod($0, byMonth ? .month : .day) }
        }
        return byPeriod.compactMap { period, places in period.map { Group(period: $0, places: places) } }
            .sorted { $0.period.date < $1.period.date }
    }

    /// The period around the one shown: the month of a day; nil where all inputs are.
    var around: ReportPeriod? {
        guard let period, period.length == .day else { return nil }
        return ReportPeriod(period.date, .month)
    }
}
