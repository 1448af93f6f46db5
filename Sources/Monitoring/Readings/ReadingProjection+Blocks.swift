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

    /// The readings of one object and length of period.
    private struct Feed: Hashable {
        let object: String
        let seconds: Int
    }

    /// New readings by the start of the block that they belong to while its day is open.
    private typealias Additions = [Int64: ReadingBlock]

    /// Adds readings to their blocks, each once however often it is given.
    static func insertIntoBlocks(_ readings: [Reading], into connection: WriteConnection) throws {
        for (feed, additions) in grouped(readings).sorted(by: {
            ($0.key.object, $0.key.seconds) < ($1.key.object, $1.key.seconds)
        }) {
            try insert(additions, of: feed, into: connection)
        }
    }

    private static func grouped(_ readings: [Reading]) -> [Feed: Additions] {
        var grouped: [Feed: Additions] = [:]
        // The values of a packet stand together: one look-up serves them all.
        var run = readings.startIndex
        while run < readings.endIndex {
            let first = readings[run]
            var end = run + 1
            while end < readings.endIndex, readings[end].start == first.start,
                readings[end].series.seconds == first.series.seconds,
                readings[end].series.object == first.series.object
            {
                end += 1
            }
            let feed = Feed(object: first.series.object, seconds: first.series.seconds)
            let span = BlockSpan.open(first.start.secondsSince1970, seconds: feed.seconds)
            grouped[feed, default: [:]][span, default: ReadingBlock()].add(readings[run..<end])
            run = end
        }
        return grouped
    }

    private static func insert(_ additions: Additions, of feed: Feed, into connection: WriteConnection) throws {
        guard let newest = additions.keys.max() else { return }
        let latest = try connection.reading.first(
            """
            SELECT start FROM reading_block WHERE object = \(feed.object) AND seconds = \(feed.seconds)
            ORDER BY start DESC LIMIT 1
            """
        ) { try $0.integer("start") }
        let closedBefore = latest.map(BlockSpan.closedEnd)
        let closedEnd = BlockSpan.closedEnd(latest: max(newest, latest ?? newest))
        var closed: [Int64: ReadingBlock] = [:]
        if let closedBefore, closedBefore < closedEnd {
            closed = try takeOpenBlocks(of: feed, from: closedBefore, to: closedEnd, in: connection)
        }
        for (start, added) in additions.sorted(by: { $0.key < $1.key }) {
            if start < closedEnd {
                let day = BlockSpan.day(of: start)
                if closed[day] == nil { closed[day] = try block(of: feed, at: day, in: connection.reading) }
                closed[day, default: ReadingBlock()].merge(added)
            } else {
                var block = try block(of: feed, at: start, in: connection.reading) ?? ReadingBlock()
                block.merge(added)
                try write(&block, of: feed, at: start, into: connection)
            }
        }
        for day in closed.keys.sorted() {
            try write(&closed[day, default: ReadingBlock()], of: feed, at: day, into: connection)
        }
    }

    /// Takes away the blocks of the days that are closed now and puts each day together.
    private static func takeOpenBlocks(
        of feed: Feed, from start: Int64, to end: Int64, in connection: WriteConnection
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

    private static func block(of feed: Feed, at start: Int64, in connection: ReadConnection) throws -> ReadingBlock? {
        try connection.first(
            """
            SELECT content FROM reading_block WHERE object = \(feed.object) AND seconds = \(feed.seconds)
            AND start = \(start)
            """
        ) { try ReadingBlock(try $0.bytes("content"), from: start) }
    }

    private static func write(
        _ block: inout ReadingBlock, of feed: Feed, at start: Int64, into connection: WriteConnection
    ) throws {
        block.settle()
        try connection.execute(
            """
            INSERT INTO reading_block (object, seconds, start, content)
            VALUES (\(feed.object), \(feed.seconds), \(start), \(block.encoded(from: start)))
            ON CONFLICT (object, seconds, start) DO UPDATE SET content = excluded.content
            """)
    }
}
