import Ledger
package import Logging
package import Records
import ServiceLifecycle
import Standards
package import Storage

/// Closes the segments of the packet log behind the gateway and says on record what they hold.
///
/// It never holds up an acknowledgement: compressing has a thread of its own that runs behind all others.
package struct SegmentKeeper: Service {
    /// How long to wait when there is nothing to close: nobody waits for it.
    private static let pause = Duration.seconds(30)
    /// A segment is closed after a day even when it is not full, in milliseconds.
    private static let greatestAge: Int64 = 86_400_000

    private let book: RecordBook
    private let logger: Logger

    package init(book: RecordBook, logger: Logger) {
        self.book = book
        self.logger = logger
    }

    /// Runs until shut down; through a fault, the segments stay as they are.
    package func run() async throws {
        await RepeatedWork(pause: Self.pause, logger: logger, complaint: "segment not closed").run {
            try await work()
        }
    }

    /// Closes every segment, also the one that is being written, and puts them on record, so that all packets received so
    /// far have their place in the ledger: what a document prints must rest on nothing else.
    ///
    /// Beside the process that writes the log this one is asked to, which reads the packets into the tables as well.
    ///
    /// - Returns: the address behind the last packet on record; nil when there is none.
    /// - Throws: `GatewayAway` when that process does not answer; `StorageError`, `RecordsError`.
    package func closeAll() async throws -> PacketAddress? {
        if book.archive.packets.isWritable {
            try await book.archive.packets.endSegment(ifReceivedBefore: .max)
            while try await work() {}
        } else {
            try await SegmentWishes.closeElsewhere(book)
        }
        return try await book.database.read { try SegmentStore.recordedEnd(in: $0) }
    }

    /// Does one piece.
    ///
    /// - Returns: whether there may be more at once.
    func work() async throws -> Bool {
        let log = book.archive.packets
        try await log.endSegment(ifReceivedBefore: book.clock() - Self.greatestAge)
        try await PacketExpiry(book: book).finish()
        // First what a crash left closed and unsaid: records follow the order of addresses.
        let recorded = try await book.database.read { try SegmentStore.recordedEnd(in: $0) }
        for range in log.closedSegments where recorded.map({ range.start >= $0 }) ?? true {
            try await record(try log.summary(of: range))
        }
        guard let range = log.endedSegments.first else { return try await closeDay() }
        let summary = try await log.closeSegment(range, key: .device)
        if recorded.map({ range.start >= $0 }) ?? true { try await record(summary) }
        return true
    }

    /// - Returns: whether segments are to be closed first.
    private func closeDay() async throws -> Bool {
        let keeper = DayKeeper(book: book)
        guard try await keeper.isDue() else { return false }
        let log = book.archive.packets
        try await log.endSegment(ifReceivedBefore: keeper.today.secondsSince1970 * 1_000)
        if !log.endedSegments.isEmpty { return true }
        try await keeper.close()
        return false
    }

    private func record(_ summary: SegmentSummary) async throws {
        let isRecorded = try await book.database.read { try SegmentStore.isRecorded(summary.range.start, in: $0) }
        if isRecorded { return }
        let actor = Actor(id: "system", permissions: [SegmentActions.close])
        let hasher = try await book.database.read { try LedgerStore.head(in: $0).hasher }
        let root = try await book.archive.packets.tree(of: summary.range, with: hasher).root
        try await book.record(SegmentActions.closed(summary, root: root, by: actor))
    }
}
