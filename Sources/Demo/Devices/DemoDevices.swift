package import Logging
import ServiceLifecycle
package import Standards
import Synchronization

/// The demo's devices as real TCP clients of the gateway: one connection a line, dialled again when it breaks.
///
/// After connecting, each device first delivers what it was not answered for since `answeredThrough` (hours, days and
/// log lines, one at a time, each until its 9014), beside it and afterwards live data by its plan.
package struct DemoDevices: Service {
    private let sessions: [LineSession]
    private let dialler: LineDialler
    private let whenCaughtUp: @Sendable () -> Void

    /// Devices that will dial a gateway.
    ///
    /// - Parameters:
    ///   - script: the district with the incidents of the day before the demo's day.
    ///   - answeredThrough: everything due up to here is in the imported history.
    ///   - now: the clock, in whole seconds.
    ///   - whenCaughtUp: called once when every line has delivered what was missing.
    package init(
        script: DemoScript, host: String, port: Int, answeredThrough: Instant, now: @escaping @Sendable () -> Instant,
        logger: Logger, whenCaughtUp: @escaping @Sendable () -> Void = {}
    ) {
        sessions = LineSession.all(of: script, answeredThrough: answeredThrough)
        dialler = LineDialler(host: host, port: port, now: now, logger: logger)
        self.whenCaughtUp = whenCaughtUp
    }

    /// Runs until shut down.
    package func run() async throws {
        let progress = Progress(lines: sessions.count, whenCaughtUp: whenCaughtUp)
        await cancelWhenGracefulShutdown {
            _ = await dialler.keep(sessions) { place, session in
                if session.isCaughtUp { progress.caughtUp(place) }
            }
        }
    }

    /// Which lines have delivered what was missing.
    private final class Progress: Sendable {
        private let open: Mutex<Set<Int>>
        private let whenCaughtUp: @Sendable () -> Void

        init(lines: Int, whenCaughtUp: @escaping @Sendable () -> Void) {
            open = Mutex(Set(0..<lines))
            self.whenCaughtUp = whenCaughtUp
        }

        func caughtUp(_ line: Int) {
            let isLast = open.withLock { $0.remove(line) != nil && $0.isEmpty }
            if isLast { whenCaughtUp() }
        }
    }
}
