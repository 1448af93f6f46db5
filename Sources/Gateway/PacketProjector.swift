package import Logging
package import Records
import ServiceLifecycle

/// Turns packets into readings behind the log: it never holds up an acknowledgement, and after a crash it goes on where
/// its last transaction ended.
package struct PacketProjector: Service {
    /// How long to wait for packets when there are none; a reviewer does not see a quarter of a second.
    private static let pause = Duration.milliseconds(250)

    private let book: RecordBook
    private let logger: Logger

    package init(book: RecordBook, logger: Logger) {
        self.book = book
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    if try await book.projectPackets() { continue }
                } catch is CancellationError {
                    return
                } catch {
                    // The packets stay in the log; the fault is repeated until it is mended, and is seen.
                    logger.error("packets not projected", metadata: ["error": "\(error)"])
                    try? await Task.sleep(for: .seconds(5))
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}
