package import Logging
package import Records
import ServiceLifecycle
import Storage

/// Closes the segments of the packet log when a process asks for it that only reads the log: several servers may share a
/// database, and one of them has the gateway.
package struct SegmentWishes: Service {
    /// How often one looks: somebody waits at a page.
    private static let pause = Duration.seconds(1)
    /// How often who waits looks again.
    private static let waitingPause = Duration.milliseconds(200)
    /// How long one waits: closing a full segment takes seconds.
    package static let usualPatience = Duration.seconds(60)

    private let book: RecordBook
    private let logger: Logger

    package init(book: RecordBook, logger: Logger) {
        self.book = book
        self.logger = logger
    }

    /// Runs until shut down.
    package func run() async throws {
        await RepeatedWork(pause: Self.pause, logger: logger, complaint: "wish to close segments not met").run {
            try await work()
            return false
        }
    }

    func work() async throws {
        guard let wish = try await book.database.read({ try SegmentWishState.open(in: $0) }) else { return }
        _ = try await SegmentKeeper(book: book, logger: logger).closeAll()
        // What a document prints stands in the tables too.
        while try await book.projectPackets() {}
        try await book.database.write { try SegmentWishState.meet(wish, in: $0) }
    }

    /// Asks the process that writes the log to close its segments and to read them into the tables, and waits for it.
    ///
    /// - Throws: `GatewayAway` when it does not answer in time; `StorageError`.
    static func closeElsewhere(_ book: RecordBook, patience: Duration = usualPatience) async throws {
        let wish = try await book.database.write { try SegmentWishState.ask(in: $0) }
        let end = ContinuousClock.now + patience
        while try await !book.database.read({ try SegmentWishState.isMet(wish, in: $0) }) {
            guard ContinuousClock.now < end else { throw GatewayAway(waited: patience) }
            try await Task.sleep(for: waitingPause)
        }
        try book.archive.packets.follow()
    }
}
