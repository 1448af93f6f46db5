import Standards

/// Finds the stretches of a series whose every window of a length lies within a tolerance: windows that overlap are one.
struct FlatStretches {
    struct Stretch {
        let places: ClosedRange<Int>
        /// The length of the longest window in it, in seconds.
        let longest: Int64
    }

    private let series: CheckSeries
    private let tolerance: Int64
    private let floor: Int64
    private let gap: Int64
    private let shortest: Int64
    private var window = ExtremesWindow()
    private var first = 0
    private var last = -1
    private var open: Stretch?

    init(_ series: CheckSeries, _ test: FlatLineTest, shortest: Int64) {
        self.series = series
        self.shortest = shortest
        tolerance = CheckBound.floor(test.tolerance, scale: series.scale)
        floor = test.above.map { CheckBound.floor($0, scale: series.scale) } ?? .min
        gap = Int64(test.longestGap ?? series.step)
    }

    /// Takes the next place; gives a stretch that ended before it.
    mutating func take(_ index: Int) -> Stretch? {
        let value = series.moving[index]
        if value == CheckSeries.missing {
            // A gap ends a stretch when the next value shows how long it was.
            return nil
        }
        var ended: Stretch?
        guard value > floor else {
            ended = finish()
            restart(at: index + 1)
            return ended
        }
        if last >= 0, series.starts[index] - series.starts[last] > gap {
            ended = finish()
            restart(at: index)
        }
        window.push(index, value)
        while window.range > tolerance {
            first += 1
            window.drop(before: first)
        }
        while series.moving[first] == CheckSeries.missing { first += 1 }
        last = index
        let length = series.starts[index] - series.starts[first] + Int64(series.step)
        guard length >= shortest else { return ended }
        if let stretch = open, first <= stretch.places.upperBound {
            open = Stretch(places: stretch.places.lowerBound...index, longest: max(stretch.longest, length))
        } else {
            if ended == nil { ended = open }
            open = Stretch(places: first...index, longest: length)
        }
        return ended
    }

    /// The stretch that is still open.
    mutating func finish() -> Stretch? {
        defer { open = nil }
        return open
    }

    private mutating func restart(at index: Int) {
        first = index
        last = -1
        window = ExtremesWindow()
    }
}

/// The smallest and largest value of a moving window, each value put in and taken out once.
private struct ExtremesWindow {
    private var rising: [(place: Int, value: Int64)] = []
    private var falling: [(place: Int, value: Int64)] = []
    private var lowest = 0
    private var highest = 0

    var range: Int64 {
        guard lowest < rising.count, highest < falling.count else { return 0 }
        return falling[highest].value - rising[lowest].value
    }

    mutating func push(_ place: Int, _ value: Int64) {
        while rising.count > lowest, rising[rising.count - 1].value >= value { rising.removeLast() }
        while falling.count > highest, falling[falling.count - 1].value <= value { falling.removeLast() }
        rising.append((place, value))
        falling.append((place, value))
    }

    mutating func drop(before place: Int) {
        while lowest < rising.count, rising[lowest].place < place { lowest += 1 }
        while highest < falling.count, falling[highest].place < place { highest += 1 }
        // What was dropped is let go now and then, not at every step.
        if lowest > 1_024 {
            rising.removeFirst(lowest)
            lowest = 0
        }
        if highest > 1_024 {
            falling.removeFirst(highest)
            highest = 0
        }
    }
}
