package import Logging
package import Records
import ServiceLifecycle
import Synchronization

/// Turns packets into readings behind the log: it never holds up an acknowledgement, and after a crash it goes on where
/// its last transaction ended.
package struct PacketProjector: Service {
    /// How long to wait for packets when there are none; a reviewer does not see a quarter of a second.
    private static let pause = Duration.milliseconds(250)

    private let book: RecordBook
    private let tally: GatewayTally
    private let logger: Logger

    /// - Parameter tally: what the gateway takes in meanwhile.
    package init(book: RecordBook, tally: GatewayTally, logger: Logger) {
        self.book = book
        self.tally = tally
        self.logger = logger
    }

    /// Runs until shut down; through a fault, the packets stay in the log.
    package func run() async throws {
        let (book, tally) = (book, tally)
        let clock = ContinuousClock()
        let pace = Mutex(ProjectionPace(packets: tally.counts.packets, at: clock.now))
        await RepeatedWork(pause: Self.pause, logger: logger, complaint: "packets not projected").run {
            @Sendable func isCalm() -> Bool {
                let packets = tally.counts.packets
                return pace.withLock { pace in
                    pace.look(packets: packets, at: clock.now)
                    return !pace.isFlood
                }
            }
            let start = clock.now
            // Also when there is nothing to do, so that the beginning of a flood is seen at once.
            _ = isCalm()
            let isMore = try await book.projectPackets(while: isCalm)
            let pause = pace.withLock { $0.pause(after: clock.now - start) }
            if isMore, pause > .zero { try await Task.sleep(for: pause) }
            return isMore
        }
    }
}
