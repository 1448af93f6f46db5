/// How long answers took: counts in classes of 3 % width, so that millions of answers cost a few kilobytes.
package struct DelayHistogram: Sendable {
    /// Classes an octave.
    private static let steps = 32
    /// From 1 µs, 36 octaves: beyond the patience of any device.
    private static let classes = 36 * steps

    private var counts: [UInt32] = []
    private var total = 0
    private var least = UInt64.max
    private var greatest: UInt64 = 0

    package init() {}

    /// One delay, in nanoseconds.
    package mutating func add(_ nanoseconds: UInt64) {
        if counts.isEmpty { counts = Array(repeating: 0, count: Self.classes) }
        counts[Self.place(of: nanoseconds)] += 1
        total += 1
        least = min(least, nanoseconds)
        greatest = max(greatest, nanoseconds)
    }

    package mutating func add(_ other: DelayHistogram) {
        guard other.total > 0 else { return }
        if counts.isEmpty { counts = Array(repeating: 0, count: Self.classes) }
        for place in counts.indices { counts[place] += other.counts[place] }
        total += other.total
        least = min(least, other.least)
        greatest = max(greatest, other.greatest)
    }

    /// The delay that the given share (0 … 1) of the answers did not exceed, in milliseconds: the upper end of its class.
    /// Nil when there was no answer.
    package func milliseconds(atShare share: Double) -> Double? {
        guard total > 0 else { return nil }
        let wanted = max(1, Int((share * Double(total)).rounded(.up)))
        if wanted >= total { return Double(greatest) / 1e6 }
        var seen = 0
        for (place, count) in counts.enumerated() {
            seen += Int(count)
            if seen >= wanted { return min(Self.upperEnd(of: place), Double(greatest)) / 1e6 }
        }
        return Double(greatest) / 1e6
    }

    /// The least delay in milliseconds; nil when there was no answer.
    package var leastMilliseconds: Double? { total > 0 ? Double(least) / 1e6 : nil }

    /// The octave of the microseconds and the 32nd of it.
    private static func place(of nanoseconds: UInt64) -> Int {
        let units = nanoseconds / 1_000 * UInt64(steps)
        guard units >= UInt64(steps) else { return 0 }
        let octave = 63 - units.leadingZeroBitCount - 5
        let part = Int(units >> UInt64(octave)) - steps
        return min(octave * steps + part, classes - 1)
    }

    /// In nanoseconds.
    private static func upperEnd(of place: Int) -> Double {
        let octave = place / steps
        let part = Double(place % steps + 1)
        return (1 + part / Double(steps)) * Double(UInt64(1) << UInt64(octave)) * 1_000
    }
}
