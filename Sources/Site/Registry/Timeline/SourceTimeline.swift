import Registry

/// What one room knows of what happened to a source. A room that keeps inspections, cases or complaints adds one of its own to
/// `SourceTimelines.all`; the page knows nothing else of it.
protocol SourceTimeline: Sendable {
    /// What happened to a source, in any order.
    func moments(of file: SourceFile, _ kind: SourceKind, in context: PageContext) throws -> [SourceMoment]
}
