package import Logging
import ServiceLifecycle

/// Work that a service does again and again until it is shut down, and that a fault does not end.
package struct RepeatedWork {
    /// How long to wait after a fault: it is repeated until it is mended, and is seen.
    private static let pauseAfterFault = Duration.seconds(5)

    /// How long to wait when there is nothing more to do.
    private let pause: Duration
    private let logger: Logger
    /// What is logged of a fault.
    private let complaint: Logger.Message

    package init(pause: Duration, logger: Logger, complaint: Logger.Message) {
        self.pause = pause
        self.logger = logger
        self.complaint = complaint
    }

    /// Runs until shut down.
    ///
    /// - Parameter work: does a piece; true when there may be more at once.
    package func run(_ work: @escaping @Sendable () async throws -> Bool) async {
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
