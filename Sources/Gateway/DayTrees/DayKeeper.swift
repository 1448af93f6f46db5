import Ledger
import Records
import Standards
import Storage

/// Closes days: when one is over, all packets received by then get their place in the trees by device and day.
struct DayKeeper: Sendable {
    /// After midnight devices still send the last hours; seconds.
    private static let grace: Int64 = 1_800

    private let book: RecordBook

    init(book: RecordBook) { self.book = book }

    /// The first moment of the day that is not over yet: what was received before it belongs into a closing.
    var today: Instant {
        Instant(beijing: Instant(secondsSince1970: book.clock() / 1_000 - Self.grace).beijingDate)
    }

    /// Whether packets of a day that is over have no trees yet.
    func isDue() async throws -> Bool {
        let log = book.archive.packets
        let (from, _) = try await stretch()
        guard from < log.durableEnd else { return false }
        let first = try log.packet(at: from)
        return first.entry.receivedMilliseconds < today.secondsSince1970 * 1_000
    }

    /// Makes the trees of all that is in closed segments and has none, and puts their root on record.
    ///
    /// - Returns: whether there was anything.
    @discardableResult
    func close() async throws -> Bool {
        let log = book.archive.packets
        let (from, to) = try await stretch()
        guard from < to else { return false }
        let hasher = try await book.database.read { try LedgerStore.head(in: $0).hasher }
        let count = try log.closedSegments.filter { $0.end > from && $0.start < to }
            .reduce(0) { try $0 + log.summary(of: $1).packetCount }
        let trees = DayTrees(from: from, to: to, hasher: hasher)
        let days = try await BackgroundThread.run {
            try trees.devices(in: log, count: count, while: { !Task.isCancelled })
        }
        var list: [UInt8] = []
        for day in days { list += try day.canonical.bytes() + [0x0A] }
        let root = try DayTrees.tree(over: days, with: hasher).root
        let actor = Actor(id: "system", permissions: [SegmentActions.close])
        try await book.record(
            DayActions.closed(
                today.beijingDate.adding(days: -1), from: from, to: to, count: Int64(days.count), root: root,
                list: try book.archive.attachments.store(list), by: actor))
        return true
    }

    /// From the end of the last closing to the last segment on record.
    private func stretch() async throws -> (from: PacketAddress, to: PacketAddress) {
        let start = book.archive.packets.start
        return try await book.database.read { connection in
            (
                max(try DayStore.closings(in: connection).last?.to ?? start, start),
                try SegmentStore.recordedEnd(in: connection) ?? start
            )
        }
    }
}
