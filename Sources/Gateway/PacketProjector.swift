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

    /// Runs until shut down; through a fault, the packets stay in the log.
    package func run() async throws {
        let book = book
        await RepeatedWork(pause: Self.pause, logger: logger, complaint: "packets not projected").run {
            try await book.projectPackets()
        }
    }
}
