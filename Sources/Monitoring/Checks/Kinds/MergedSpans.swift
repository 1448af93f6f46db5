/// Windows that overlap, put together.
struct MergedSpans<Note> {
    struct Span {
        var places: ClosedRange<Int>
        /// What was noted of the first window.
        let note: Note
    }

    private let step: Int64
    private var open: Span?

    init(step: Int64) { self.step = step }

    /// Takes a window; gives the stretch before it when it does not touch that.
    mutating func add(_ places: ClosedRange<Int>, _ note: Note, in series: CheckSeries) -> Span? {
        guard let span = open, series.starts[places.lowerBound] <= series.starts[span.places.upperBound] + step else {
            defer { open = Span(places: places, note: note) }
            return open
        }
        open?.places = span.places.lowerBound...max(places.upperBound, span.places.upperBound)
        return nil
    }

    mutating func finish() -> Span? {
        defer { open = nil }
        return open
    }
}
