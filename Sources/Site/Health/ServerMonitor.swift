package import Standards
import Synchronization

/// What is known of the process that the pages run in: since when, where its data are, its last minutes and hours.
package final class ServerMonitor: Sendable {
    /// Samples kept: one a minute for a day, some hundred bytes each.
    static let greatestSamples = 24 * 60

    package let requests = RequestTally()
    let version: String
    let dataDirectory: String
    /// Where devices connect, e.g. 127.0.0.1:9212; nil when they do at another server of the bureau.
    let gatewayAddress: String?
    let started: Instant
    /// Milliseconds of a clock that only goes forward.
    let monotonic: @Sendable () -> Int64
    /// What packets of unregistered devices take up of their quota, in bytes.
    let quarantinedBytes: @Sendable () -> Int
    private let startedMonotonic: Int64
    private let ring: Mutex<[HealthSample]> = Mutex([])

    /// - Parameters:
    ///   - version: of the product.
    ///   - started: the moment of the start by the clock of the day.
    package init(
        version: String, dataDirectory: String, gatewayAddress: String?, started: Instant,
        quarantinedBytes: @escaping @Sendable () -> Int, monotonic: @escaping @Sendable () -> Int64
    ) {
        self.version = version
        self.dataDirectory = dataDirectory
        self.gatewayAddress = gatewayAddress
        self.started = started
        self.quarantinedBytes = quarantinedBytes
        self.monotonic = monotonic
        startedMonotonic = monotonic()
    }

    /// Seconds since the start.
    var uptimeSeconds: Int64 { (monotonic() - startedMonotonic) / 1_000 }

    /// How far the clock of the day went differently from one that only goes forward, since the start: it was set.
    func clockJumpSeconds(at now: Instant) -> Int64 { started.seconds(until: now) - uptimeSeconds }

    /// The samples of the last day, oldest first.
    var samples: [HealthSample] { ring.withLock { $0 } }

    func add(_ sample: HealthSample) {
        ring.withLock { ring in
            ring.append(sample)
            if ring.count > Self.greatestSamples { ring.removeFirst(ring.count - Self.greatestSamples) }
        }
    }
}
