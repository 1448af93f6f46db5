/// How long devices waited for their answers, from the arrival of the last byte to the answer on its way.
package struct AnswerLatency: Sendable, Hashable {
    /// The upper bounds of the classes, in milliseconds; the last class has none. A device repeats after 10 s, and the issue
    /// of the standard wants an answer within 5 s.
    package static let bounds: [Int64] = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000]

    /// Answers by class, one class more than bounds; not summed up.
    package private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
    /// Milliseconds of all answers together.
    package private(set) var sumMilliseconds: Int64 = 0

    package init() {}

    /// Answers in all.
    package var count: Int { counts.reduce(0, +) }

    /// Counts answers that were given together.
    mutating func add(_ answers: Int, after milliseconds: Int64) {
        let place = Self.bounds.firstIndex { milliseconds <= $0 } ?? Self.bounds.count
        counts[place] += answers
        sumMilliseconds += milliseconds * Int64(answers)
    }
}
