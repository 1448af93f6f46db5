import Records
import Standards
import Storage

/// Readings of short periods: the bulk of all that devices send.
extension ReadingProjection {
    static let blockTable = Definition.table(
        "reading_block",
        """
        (object TEXT NOT NULL, seconds INTEGER NOT NULL, start INTEGER NOT NULL, content BLOB NOT NULL,
        PRIMARY KEY (object, seconds, start)) STRICT, WITHOUT ROWID
        """)

    /// Adds readings to their blocks, each once however often it is given.
    static func insert(_ blocks: [PreparedReadings.Feed: [Int64: ReadingBlock]], into connection: WriteConnection)
        throws
    {
        let rows = try connection.upserter(
            into: "reading_block", ["object", "seconds", "start", "content"],
            onConflict: "(object, seconds, start) DO UPDATE SET content = excluded.content")
        let feeds = blocks.keys.sorted { ($0.object, $0.seconds) < ($1.object, $1.seconds) }
        for feed in feeds { try insert(blocks[feed] ?? [:], of: feed, into: connection, rows) }
    }

    private static func insert(
        _ additions: [Int64: ReadingBlock], of feed: PreparedReadings.Feed, into connection: WriteConnection,
        _ rows: Inserter
    ) throws {
        guard let newest = additions.keys.max() else { return }
        // With what it holds: most of what arrives belongs there.
        let latest = try connection.reading.first(
            """
            SELECT start, content FROM reading_block WHERE object = \(feed.object) AND seconds = \(feed.seconds)
            ORDER BY start DESC LIMIT 1
            """
        ) { (start: try $0.integer("start"), content: try $0.bytes("content")) }
        let closedBefore = (latest?.start).map(BlockSpan.closedEnd)
        let closedEnd = BlockSpan.closedEnd(latest: max(newest, latest?.start ?? newest))
        var closed: [Int64: ReadingBlock] = [:]
        if let closedBefore, closedBefore < closedEnd {
            closed = try takeOpenBlocks(of: feed, from: closedBefore, to: closedEnd, in: connection)
        }
        for (start, added) in additions.sorted(by: { $0.key < $1.key }) {
            if start < closedEnd {
                let day = BlockSpan.day(of: start)
                let stored = try closed.removeValue(forKey: day) ?? block(of: feed, at: day, in: connection.reading)
                closed[day] = try combined(stored, added, of: feed, connection)
            } else {
                var stored: ReadingBlock?
                if let latest, start == latest.start {
                    stored = try ReadingBlock(latest.content, from: start)
                } else if let latest, start < latest.start {
                    stored = try block(of: feed, at: start, in: connection.reading)
                }
                try write(combined(stored, added, of: feed, connection), of: feed, at: start, rows)
            }
        }
        for (day, block) in closed.sorted(by: { $0.key < $1.key }) {
            try write(block, of: feed, at: day, rows)
        }
    }

    /// What a block holds once new readings are in it; items that it did not hold yet are listed as series.
    private static func combined(
        _ stored: consuming ReadingBlock?, _ added: ReadingBlock, of feed: PreparedReadings.Feed,
        _ connection: WriteConnection
    ) throws -> ReadingBlock {
        let known = Set((stored?.columns ?? []).map(\.item))
        let fresh = added.columns.map(\.item).filter { !known.contains($0) }
        try insertSeries(
            fresh.map { SeriesKey(object: feed.object, item: $0, seconds: feed.seconds) }, into: connection)
        guard var block = consume stored else { return added }
        block.merge(added)
        return block
    }

    /// Takes away the blocks of the days that are closed now and puts each day together.
    private static func takeOpenBlocks(
        of feed: PreparedReadings.Feed, from start: Int64, to end: Int64, in connection: WriteConnection
    ) throws -> [Int64: ReadingBlock] {
        var days: [Int64: ReadingBlock] = [:]
        let stored = try connection.reading.rows(
            """
            SELECT start, content FROM reading_block WHERE object = \(feed.object) AND seconds = \(feed.seconds)
            AND start >= \(start) AND start < \(end) ORDER BY start
            """
        ) { (start: try $0.integer("start"), content: try $0.bytes("content")) }
        for (start, content) in stored {
            days[BlockSpan.day(of: start), default: ReadingBlock()].merge(try ReadingBlock(content, from: start))
        }
        try connection.execute(
            """
            DELETE FROM reading_block WHERE object = \(feed.object) AND seconds = \(feed.seconds)
            AND start >= \(start) AND start < \(end)
            """)
        return days
    }

    private static func block(of feed: PreparedReadings.Feed, at start: Int64, in connection: ReadConnection) throws
        -> ReadingBlock?
    {
        try connection.first(
            """
            SELECT content FROM reading_block WHERE object = \(feed.object) AND seconds = \(feed.seconds)
            AND start = \(start)
            """
        ) { try ReadingBlock(try $0.bytes("content"), from: start) }
    }

    private static func write(
        _ block: ReadingBlock, of feed: PreparedReadings.Feed, at start: Int64, _ rows: Inserter
    ) throws {
        var block = block
        block.settle()
        try rows.insert([
            .text(feed.object), .integer(Int64(feed.seconds)), .integer(start), .blob(block.encoded(from: start)),
        ])
    }
}
