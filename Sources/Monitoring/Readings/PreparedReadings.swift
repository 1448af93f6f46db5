import Standards

/// Readings sorted into the blocks and rows that they go to, which needs no database and may be done on any thread.
package struct PreparedReadings: Sendable {
    /// The readings of one object and length of period.
    struct Feed: Hashable {
        let object: String
        let seconds: Int
    }

    /// New readings of short periods, by the start of the block that they belong to while its day is open.
    private(set) var blocks: [Feed: [Int64: ReadingBlock]] = [:]
    /// Readings of an hour and longer.
    private(set) var rows: [Reading] = []
    private(set) var series: Set<SeriesKey> = []
    /// What rests on them.
    package private(set) var changes = ReadingChanges()

    package init() {}

    /// Takes readings in, each once however often it is given.
    package mutating func add(_ readings: [Reading]) {
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
            add(readings[run..<end], of: Feed(object: first.series.object, seconds: first.series.seconds))
            run = end
        }
    }

    /// Takes in what a message says, each once however often it is given.
    package mutating func add(_ message: ReadingMessage) {
        if message.values.isEmpty { return }
        guard BlockSpan.holds(seconds: message.seconds) else {
            addRows(message.readings)
            return
        }
        let feed = Feed(object: message.object, seconds: message.seconds)
        let span = BlockSpan.open(message.start.secondsSince1970, seconds: message.seconds)
        blocks[feed, default: [:]][span, default: ReadingBlock()].add(message)
    }

    private mutating func addRows(_ readings: some Sequence<Reading>) {
        for reading in readings {
            rows.append(reading)
            series.insert(reading.series)
            changes.note(reading)
        }
    }

    private mutating func add(_ readings: ArraySlice<Reading>, of feed: Feed) {
        guard BlockSpan.holds(seconds: feed.seconds) else {
            addRows(readings)
            return
        }
        let span = BlockSpan.open(readings[readings.startIndex].start.secondsSince1970, seconds: feed.seconds)
        blocks[feed, default: [:]][span, default: ReadingBlock()].add(readings)
    }

    /// Takes in what comes after these.
    package mutating func merge(_ other: PreparedReadings) {
        for (feed, additions) in other.blocks {
            for (span, block) in additions {
                blocks[feed, default: [:]][span, default: ReadingBlock()].merge(block)
            }
        }
        rows += other.rows
        series.formUnion(other.series)
        changes.merge(other.changes)
    }
}
