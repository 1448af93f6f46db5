import Logging
import ServiceLifecycle

/// Work that a service does again and again until it is shut down, and that a fault does not end.
struct RepeatedWork {
    /// How long to wait after a fault: it is repeated until it is mended, and is seen.
    private static let pauseAfterFault = Duration.seconds(5)

    /// How long to wait when there is nothing more to do.
    let pause: Duration
    let logger: Logger
    /// What is logged of a fault.
    let complaint: Logger.Message

    /// Runs until shut down.
    ///
    /// - Parameter work: does a piece; true when there may be more at once.
    func run(_ work: @escaping @Sendable () async throws -> Bool) async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if try await work() { continue }
                } catch is CancellationError {
                    return
                } catch {
                    logger.error(complaint, metadata: ["error": "\(error)"])
                    try? await Task.sleep(for: Self.pauseAfterFault)
                }
                try? await Task.sleep(for: pause)
            }
        }
    }
}
