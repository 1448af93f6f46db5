package import Logging
package import Records
import ServiceLifecycle
import Storage

/// Leaves a sign of life of the server every half minute, so that a silence for which it is to blame is known as such.
package struct GatewayHeartbeat: Service {
    private static let pause = Duration.seconds(30)

    private let book: RecordBook
    private let logger: Logger

    package init(book: RecordBook, logger: Logger) {
        self.book = book
        self.logger = logger
    }

    /// Runs until shut down.
    package func run() async throws {
        let book = book
        let started = book.clock()
        await RepeatedWork(pause: Self.pause, logger: logger, complaint: "sign of life not written").run {
            try await book.database.write { connection in
                try GatewayUptimeState.beat(started: started, now: book.clock(), in: connection)
            }
            return false
        }
    }
}
