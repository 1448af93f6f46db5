import Standards
import Synchronization

/// A clock that goes where measurements of a year put it.
final class MovedClock: Sendable {
    private let state: Mutex<Int64>

    init(_ instant: Instant) { state = Mutex(instant.secondsSince1970 * 1_000) }

    var milliseconds: Int64 { state.withLock { $0 } }

    /// Puts it at an instant.
    func move(to instant: Instant) { state.withLock { $0 = instant.secondsSince1970 * 1_000 } }
}
