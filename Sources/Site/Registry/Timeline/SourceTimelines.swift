import Registry

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
