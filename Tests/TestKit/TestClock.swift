package import Standards
import Synchronization

/// A clock that moves only when told.
package final class TestClock: Sendable {
    private let state: Mutex<Int64>

    /// Stands at 2026-11-22T08:00:00+08:00 unless told otherwise.
    package init(_ instant: Instant = Instant(secondsSince1970: 1_795_305_600)) {
        state = Mutex(instant.secondsSince1970 * 1000)
    }

    package var milliseconds: Int64 { state.withLock { $0 } }

    /// Moves the clock.
    package func advance(seconds: Int64) { state.withLock { $0 += seconds * 1000 } }
}
