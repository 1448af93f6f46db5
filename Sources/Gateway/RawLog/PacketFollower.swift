package import Logging
package import Records
import ServiceLifecycle
import Storage

/// Keeps a server that only reads the packet log up to date with the one that writes it.
package struct PacketFollower: Service {
    private static let pause = Duration.seconds(1)

    private let book: RecordBook
    private let logger: Logger

    package init(book: RecordBook, logger: Logger) {
        self.book = book
        self.logger = logger
    }

    /// Runs until shut down.
    package func run() async throws {
        let log = book.archive.packets
        await RepeatedWork(pause: Self.pause, logger: logger, complaint: "packet log not followed").run {
            try log.follow()
            return false
        }
    }
}
