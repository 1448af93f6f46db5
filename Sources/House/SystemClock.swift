import Foundation
package import Standards

/// The machine's clock: the one place that reads it.
package enum SystemClock {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    @Sendable package static func milliseconds() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

    /// Milliseconds of a clock that only goes forward.
    @Sendable package static func uptimeMilliseconds() -> Int64 {
        Int64(ProcessInfo.processInfo.systemUptime * 1000)
    }

    /// The present second.
    @Sendable package static func now() -> Instant { Instant(secondsSince1970: milliseconds() / 1000) }
}
