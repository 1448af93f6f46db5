import ServiceLifecycle
import UnixSignals

/// Does something whenever the process gets SIGHUP, by which operators tell a server to read its files again.
struct HangupService: Service {
    let onHangup: @Sendable () -> Void

    /// Runs until shut down.
    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        for await _ in signals.cancelOnGracefulShutdown() { onHangup() }
    }
}
