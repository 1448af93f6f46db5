package import Standards

/// One series as the checks read it: rising starts, values as whole numbers of one common scale, gaps and irregular steps
/// allowed. No binary floating point.
package struct CheckSeries: Sendable {
    /// One period as it arrived.
    package struct Point: Sendable {
        package let start: Instant
        /// As sent; nil where the message says that there is none.
        package let value: ExactDecimal?
        /// The device's mark; empty or `N` for a normal value, `/` for what is not monitored here.
        package let flag: String
        /// Whether the value is a detection limit that was not reached.
        package let isBelowDetection: Bool

        package init(start: Instant, value: ExactDecimal?, flag: String = "", isBelowDetection: Bool = false) {
            self.start = start
            self.value = value
            self.flag = flag
            self.isBelowDetection = isBelowDetection
        }

        var isValid: Bool { value != nil && (flag.isEmpty || flag == "N") }
    }

    /// Stands for "no valid value"; below every number that fits.
    static let missing = Int64.min
    /// Values of more decimals, or at the common scale larger than `greatest`, fit no common scale: see `unfit`.
    static let greatestScale = 9
    static let greatest: Int64 = 1 << 50

    package let station: String
    /// The kind of the watched object: `station`, `section`, `outlet`.
    package let kind: String
    package let item: String
    /// Stations of one group are neighbours: a district, a river. Nobody is a neighbour of another group.
    package let group: String
    /// Length of a period in seconds; 0 for momentary values.
    package let seconds: Int
    /// Seconds from one start to the next as they should be: the length of a period, else the median of the steps.
    package let step: Int
    /// Decimals of the whole numbers in `values`.
    package let scale: Int
    /// Places of values that no common scale holds. They take part in no test and are reported by themselves.
    package let unfit: [Int]
    /// Starts in seconds since 1970, rising, each once.
    let starts: [Int64]
    /// Valid values times 10^scale; `missing` elsewhere.
    let values: [Int64]
    /// The same without detection limits that were not reached: nothing is known of how those move.
    let moving: [Int64]
    /// The periods as they arrived, in the order of `starts`.
    package let points: [Point]

    /// Makes a series; of several points of one period the last one in the list counts.
    package init(
        station: String, kind: String, item: String, seconds: Int, group: String = "", points given: [Point]
    ) {
        let points = Self.ordered(given)
        let starts = points.map(\.start.secondsSince1970)
        var scale = 0
        for case let value? in points.lazy.map({ $0.isValid ? $0.value : nil }) {
            let needed = value.scale > scale ? value.normalized.scale : 0
            if needed > scale, needed <= Self.greatestScale { scale = needed }
        }
        var unfit: [Int] = []
        var values = [Int64](repeating: Self.missing, count: points.count)
        for (index, point) in points.enumerated() {
            guard point.isValid, let value = point.value else { continue }
            if let digits = Self.digits(of: value, scale: scale) { values[index] = digits } else { unfit.append(index) }
        }
        self.station = station
        self.kind = kind
        self.item = item
        self.group = group
        self.seconds = seconds
        self.scale = scale
        self.unfit = unfit
        self.starts = starts
        self.values = values
        for (index, point) in points.enumerated() where point.isBelowDetection { values[index] = Self.missing }
        moving = values
        self.points = points
        step = seconds > 0 ? seconds : Self.medianStep(starts)
    }

    /// The number of periods with a message.
    package var count: Int { starts.count }

    /// Whether every message says that the item is not monitored here.
    package var isNotMonitored: Bool { !points.isEmpty && points.allSatisfy { $0.flag == "/" } }

    /// The period at a place.
    package func period(_ index: Int) -> Period { Period(start: points[index].start, seconds: step) }

    /// The places whose periods start in a span.
    func places(in span: Range<Instant>) -> Range<Int> {
        let first = place(atOrAfter: span.lowerBound.secondsSince1970)
        return first..<max(first, place(atOrAfter: span.upperBound.secondsSince1970))
    }

    /// The first place that starts at a moment or later.
    func place(atOrAfter second: Int64) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < second { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The place of the period that starts at a moment.
    func place(at second: Int64) -> Int? {
        let place = place(atOrAfter: second)
        return place < starts.count && starts[place] == second ? place : nil
    }

    /// Whether the value at a place and the one before it are both valid and not further apart than a gap may be.
    func isJoined(_ index: Int, _ gap: Int64) -> Bool {
        index > 0 && index < starts.count && values[index] != Self.missing && values[index - 1] != Self.missing
            && starts[index] - starts[index - 1] <= gap
    }

    private static func ordered(_ points: [Point]) -> [Point] {
        let isOrdered = zip(points, points.dropFirst()).allSatisfy { $0.start < $1.start }
        if isOrdered { return points }
        var latest: [Instant: Point] = [:]
        for point in points { latest[point.start] = point }
        return latest.values.sorted { $0.start < $1.start }
    }

    /// `value * 10^scale` where that is a whole number that fits.
    private static func digits(of value: ExactDecimal, scale: Int) -> Int64? {
        let plain = value.scale > scale ? value.normalized : value
        guard plain.scale <= scale else { return nil }
        let (digits, overflow) = plain.significand.multipliedReportingOverflow(
            by: Int64(CheckBound.powers[scale - plain.scale]))
        return !overflow && digits.magnitude <= UInt64(greatest) ? digits : nil
    }

    private static func medianStep(_ starts: [Int64]) -> Int {
        let steps = zip(starts, starts.dropFirst()).map { $1 - $0 }.sorted()
        return steps.isEmpty ? 1 : max(1, Int(steps[steps.count / 2]))
    }
}
