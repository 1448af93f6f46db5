import Catalog
import Standards

/// A run of values that is the same as an earlier run of the series, or as that of another station in the same periods.
///
/// Runs with few different values say nothing: whole numbers near the detection limit repeat by chance.
package struct CopiedTest: Sendable, Hashable {
    package enum Source: String, Sendable, CaseIterable {
        /// An earlier run of the same series.
        case earlier
        /// The same periods of another station of the group.
        case stations
    }

    static let keys = ["from", "count", "distinct"]

    let source: Source
    /// Values in a row.
    let count: Int
    /// Different values needed among them.
    let distinct: Int

    package init(from source: Source, count: Int, distinct: Int) {
        self.source = source
        self.count = count
        self.distinct = distinct
    }

    init(_ parameters: CheckParameters) {
        self.init(
            from: parameters.choice("from", as: Source.self) ?? .earlier,
            count: parameters.whole("count", in: 2...100_000), distinct: parameters.whole("distinct", in: 2...100_000))
        parameters.needs("from")
    }

    func run(_ pad: inout CheckPad, in field: CheckField) {
        switch source {
        case .earlier: lookBack(&pad)
        case .stations: lookAround(&pad, in: field)
        }
    }

    private func lookBack(_ pad: inout CheckPad) {
        let series = pad.series
        let windows = RunWindows(series, count: count, distinct: distinct)
        var known: [UInt64: Int] = [:]
        var copies = CopyRuns()
        for window in windows.all {
            let earlier = known[window.hash]
            if earlier == nil { known[window.hash] = window.first }
            guard let earlier, window.first - earlier >= count, windows.isEqual(earlier, window.first) else { continue }
            if let ended = copies.add(window.first, copyOf: earlier, count: count) { report(ended, nil, &pad) }
        }
        if let ended = copies.finish() { report(ended, nil, &pad) }
    }

    private func lookAround(_ pad: inout CheckPad, in field: CheckField) {
        let series = pad.series
        let windows = RunWindows(series, count: count, distinct: distinct).all
        for other in field.neighbours(of: series) {
            var copies = CopyRuns()
            for window in windows {
                guard let place = other.place(at: series.starts[window.first]),
                    isSame(window.first, of: series, place, of: other)
                else { continue }
                if let ended = copies.add(window.first, copyOf: place, count: count) { report(ended, other, &pad) }
            }
            if let ended = copies.finish() { report(ended, other, &pad) }
        }
    }

    private func isSame(_ index: Int, of series: CheckSeries, _ place: Int, of other: CheckSeries) -> Bool {
        guard place + count <= other.count else { return false }
        let (mine, theirs) = scales(series, other)
        return (0..<count).allSatisfy { offset in
            series.starts[index + offset] == other.starts[place + offset]
                && other.moving[place + offset] != CheckSeries.missing
                && Int128(series.moving[index + offset]) * mine == Int128(other.moving[place + offset]) * theirs
        }
    }

    private func scales(_ left: CheckSeries, _ right: CheckSeries) -> (Int128, Int128) {
        let scale = max(left.scale, right.scale)
        return (CheckBound.powers[scale - left.scale], CheckBound.powers[scale - right.scale])
    }

    private func report(_ run: CopyRuns.Run, _ other: CheckSeries?, _ pad: inout CheckPad) {
        guard pad.touches(run.places) else { return }
        let origin = (other ?? pad.series).points[run.source].start
        pad.add(run.places, .suspect, .copied(station: other?.station, from: origin))
    }
}

/// The windows of a series without gaps and with enough different values, each with a hash of its values.
private struct RunWindows {
    struct Window {
        let first: Int
        let hash: UInt64
    }

    private static let base: UInt64 = 0x0000_0100_0000_01B3
    private let series: CheckSeries
    private let count: Int
    private(set) var all: [Window] = []

    init(_ series: CheckSeries, count: Int, distinct: Int) {
        self.series = series
        self.count = count
        // base^count, to take the oldest value out of the hash.
        let power = (0..<count).reduce(UInt64(1)) { power, _ in power &* Self.base }
        var counts: [Int64: Int] = [:]
        var hash: UInt64 = 0
        var length = 0
        for index in 0..<series.count {
            let value = series.moving[index]
            if value == CheckSeries.missing || (length > 0 && !series.isJoined(index, Int64(series.step))) {
                counts.removeAll(keepingCapacity: true)
                (hash, length) = (0, 0)
                if value == CheckSeries.missing { continue }
            }
            hash = hash &* Self.base &+ Self.mixed(value)
            counts[value, default: 0] += 1
            length += 1
            if length > count {
                let old = series.moving[index - count]
                hash = hash &- power &* Self.mixed(old)
                let rest = (counts[old] ?? 1) - 1
                counts[old] = rest == 0 ? nil : rest
            }
            if length >= count, counts.count >= distinct { all.append(Window(first: index - count + 1, hash: hash)) }
        }
    }

    /// Whether two windows hold the same values; equal hashes alone prove nothing.
    func isEqual(_ left: Int, _ right: Int) -> Bool {
        (0..<count).allSatisfy { series.moving[left + $0] == series.moving[right + $0] }
    }

    private static func mixed(_ value: Int64) -> UInt64 {
        var bits = UInt64(bitPattern: value) &+ 0x9E37_79B9_7F4A_7C15
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        return bits ^ (bits >> 27)
    }
}

/// Copied windows at one distance, put together where they touch.
private struct CopyRuns {
    struct Run {
        var places: ClosedRange<Int>
        let source: Int
    }

    private var open: Run?

    mutating func add(_ first: Int, copyOf source: Int, count: Int) -> Run? {
        let last = first + count - 1
        if let run = open, first <= run.places.upperBound + 1, first - run.places.lowerBound == source - run.source {
            open?.places = run.places.lowerBound...max(last, run.places.upperBound)
            return nil
        }
        defer { open = Run(places: first...last, source: source) }
        return open
    }

    mutating func finish() -> Run? {
        defer { open = nil }
        return open
    }
}
