import Standards
import Storage

/// Readings out of blocks.
enum ReadingBlockStore {
    /// Readings of a time span in the order of period, series and arrival.
    static func readings(
        from start: Instant, to end: Instant, seconds: Int, object: String?, item: String?,
        in connection: ReadConnection
    ) throws -> [Reading] {
        if let object {
            return try readings(of: object, from: start, to: end, seconds: seconds, item: item, in: connection)
        }
        var all: [(id: Int64, reading: Reading)] = []
        for object in try objects(seconds: seconds, in: connection) {
            all += try readings(of: object, from: start, to: end, seconds: seconds, item: item, in: connection)
                .map { ($0.series.id, $0) }
        }
        // Each object's are in order; equal keys keep it, as no two objects share a series.
        return all.enumerated().sorted {
            ($0.element.reading.start, $0.element.id, $0.offset) < ($1.element.reading.start, $1.element.id, $1.offset)
        }.map(\.element.reading)
    }

    /// The latest period start of all.
    static func lastStart(seconds: Int, in connection: ReadConnection) throws -> Instant? {
        try objects(seconds: seconds, in: connection).compactMap { object in
            try connection.first(
                """
                SELECT start, content FROM reading_block WHERE object = \(object) AND seconds = \(seconds)
                ORDER BY start DESC LIMIT 1
                """
            ) { try ReadingBlock(try $0.bytes("content"), from: try $0.integer("start")).arrivals.last?.start } ?? nil
        }.max().map { Instant(secondsSince1970: $0) }
    }

    /// The latest instant at which a block begins; no reading is a day later.
    static func lastBlock(in connection: ReadConnection) throws -> Instant? {
        try connection.first("SELECT max(start) AS last FROM reading_block") { try $0.optionalInteger("last") }
            .flatMap { $0 }.map { Instant(secondsSince1970: $0) }
    }

    private static func objects(seconds: Int, in connection: ReadConnection) throws -> [String] {
        try connection.rows("SELECT DISTINCT object FROM series WHERE seconds = \(seconds) ORDER BY object") {
            try $0.text("object")
        }
    }

    private static func readings(
        of object: String, from start: Instant, to end: Instant, seconds: Int, item: String?,
        in connection: ReadConnection
    ) throws -> [Reading] {
        let span = start.secondsSince1970..<max(start.secondsSince1970, end.secondsSince1970)
        var readings: [Reading] = []
        try connection.forEachRow(
            """
            SELECT start, content FROM reading_block WHERE object = \(object) AND seconds = \(seconds)
            AND start > \(span.lowerBound - BlockSpan.daySeconds) AND start < \(span.upperBound) ORDER BY start
            """
        ) { row in
            let base = row.integer(at: 0)
            let block = try ReadingBlock(try row.bytes("content"), from: base, item: item)
            block.append(to: &readings, object: object, seconds: seconds, within: span)
        }
        return readings
    }
}

extension ReadingBlock {
    /// The readings whose period starts in a span, in the order of period, series and arrival.
    fileprivate func append(to readings: inout [Reading], object: String, seconds: Int, within span: Range<Int64>) {
        let series = columns.map { SeriesKey(object: object, item: $0.item, seconds: seconds) }
        let order = columns.indices.map { (id: series[$0].id, index: $0) }.sorted { $0.id < $1.id }.map(\.index)
        var next = [Int](repeating: 0, count: columns.count)
        var row = 0
        while row < arrivals.count {
            let start = arrivals[row].start
            var end = row + 1
            while end < arrivals.count, arrivals[end].start == start { end += 1 }
            for index in order {
                let column = columns[index]
                while next[index] < column.cells.count, column.cells[next[index]].row < end {
                    if span.contains(start) {
                        readings.append(reading(column.cells[next[index]], of: series[index]))
                    }
                    next[index] += 1
                }
            }
            row = end
        }
    }

    private func reading(_ cell: Cell, of series: SeriesKey) -> Reading {
        let arrival = arrivals[Int(cell.row)]
        let kind = cell.kind
        return Reading(
            series: series, start: Instant(secondsSince1970: arrival.start), arrivedMilliseconds: arrival.arrived,
            origin: ReadingOrigin(source: arrival.source, position: arrival.position),
            value: kind.isAbsent ? nil : ExactDecimal(significand: cell.significand, scale: kind.scale),
            isBelowDetection: kind.isBelowDetection, flag: flags[kind.flag])
    }
}
