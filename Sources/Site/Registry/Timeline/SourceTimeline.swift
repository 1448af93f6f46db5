import Registry

/// What one room knows of what happened to a source. A room that keeps inspections, cases or complaints adds one of its own to
/// `SourceTimelines.all`; the page knows nothing else of it.
protocol SourceTimeline: Sendable {
    /// What happened to a source, in any order.
    func moments(of file: SourceFile, _ kind: SourceKind, in context: PageContext) throws -> [SourceMoment]
}

/// All rooms that know something of sources.
enum SourceTimelines {
    static let all: [any SourceTimeline] = [
        FileTimeline(), AttachmentTimeline(), DeviceTimeline(), ReviewTimeline(),
    ]

    /// More are not read by anybody on one page; the history of each field and the API have all.
    private static let greatestCount = 300

    /// Everything that happened to a source, the last first.
    ///
    /// - Parameter sequence: the record as of which it is shown; nil for the present.
    static func events(
        of file: SourceFile, _ kind: SourceKind, asOf sequence: Int64?, in context: PageContext
    ) throws -> [SourcePage.Event] {
        let moments = try all.flatMap { try $0.moments(of: file, kind, in: context) }
            .filter { moment in sequence.map { moment.sequence <= $0 } ?? true }
            .sorted { ($0.timeMilliseconds, $0.sequence) > ($1.timeMilliseconds, $1.sequence) }
        return moments.prefix(greatestCount).map(\.event)
    }
}

/// One thing that happened, with when.
struct SourceMoment: Sendable {
    let timeMilliseconds: Int64
    /// The record that says so; of a packet the last record of the ledger could not tell, so it stands behind all.
    let sequence: Int64
    let event: SourcePage.Event
}
