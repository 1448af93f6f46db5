/// How often the intervals between packets had which length: kept small, and forgetting, so that a device that was set to
/// another interval is known by the new one soon.
struct IntervalHistogram: Hashable {
    /// The intervals that devices are set to, in seconds; each counts what is nearer to it than to its neighbours.
    private static let steps: [Int64] = [
        1, 5, 10, 15, 20, 30, 60, 120, 180, 300, 600, 900, 1_200, 1_800, 3_600, 14_400,
    ]
    /// All counts are halved at this sum.
    private static let greatestSum = 512

    private var counts = [Int](repeating: 0, count: steps.count)

    init() {}

    /// Counts an interval in seconds.
    mutating func add(_ seconds: Int64) {
        guard seconds > 0, let last = Self.steps.last, seconds <= 2 * last else { return }
        // The border between two steps is their geometric mean.
        var index = 0
        while index + 1 < Self.steps.count, seconds * seconds > Self.steps[index] * Self.steps[index + 1] { index += 1 }
        counts[index] += 1
        if counts.reduce(0, +) >= Self.greatestSum { counts = counts.map { $0 / 2 } }
    }

    /// The step in which the middle one of the intervals lies; nil when there is none.
    var median: Int64? {
        let sum = counts.reduce(0, +)
        var seen = 0
        for (step, count) in zip(Self.steps, counts) where count > 0 {
            seen += count
            if seen * 2 >= sum { return step }
        }
        return nil
    }

    /// As it stands in a column: `30:12 60:400`.
    var text: String {
        zip(Self.steps, counts).filter { $0.1 > 0 }.map { "\($0):\($1)" }.joined(separator: " ")
    }

    init(text: String) {
        for pair in text.split(separator: " ") {
            let sides = pair.split(separator: ":").compactMap { Int64($0) }
            guard sides.count == 2, let index = Self.steps.firstIndex(of: sides[0]) else { continue }
            counts[index] = Int(sides[1])
        }
    }
}
