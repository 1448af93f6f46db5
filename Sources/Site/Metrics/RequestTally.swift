import Synchronization

/// Requests since the start, by route and status, with how long they took.
package final class RequestTally: Sendable {
    /// Upper bounds of the classes in milliseconds; the last class has none.
    static let bounds: [Int64] = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000]

    /// What is told apart. The route is the pattern, never an address, so that there are few.
    struct Key: Hashable, Sendable {
        let method: String
        let route: String
        let status: Int
    }

    /// How long requests took.
    struct Durations: Sendable {
        var counts = [Int](repeating: 0, count: bounds.count + 1)
        var sumMilliseconds: Int64 = 0

        mutating func add(_ milliseconds: Int64) {
            counts[bounds.firstIndex { milliseconds <= $0 } ?? bounds.count] += 1
            sumMilliseconds += milliseconds
        }
    }

    struct Counts: Sendable {
        var requests: [Key: Int] = [:]
        /// By route.
        var durations: [String: Durations] = [:]
    }

    private let state = Mutex(Counts())

    package init() {}

    var counts: Counts { state.withLock { $0 } }

    func add(_ key: Key, milliseconds: Int64) {
        state.withLock { counts in
            counts.requests[key, default: 0] += 1
            counts.durations[key.route, default: Durations()].add(milliseconds)
        }
    }
}
