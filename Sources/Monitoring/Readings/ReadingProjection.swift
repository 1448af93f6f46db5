package import Records
import Standards
package import Storage

/// The readings, each arrival by itself: periods of an hour and longer as rows in time order, from which the documented
/// views select; shorter ones, the bulk, in blocks.
package struct ReadingProjection: Projection {
    package init() {}

    package let name = "readings"
    package let version = 2

    package var definitions: [Definition] {
        [
            .table(
                "series",
                """
                (id INTEGER NOT NULL PRIMARY KEY, object TEXT NOT NULL, item TEXT NOT NULL, seconds INTEGER NOT NULL,
                UNIQUE (object, item, seconds)) STRICT
                """),
            // Clustered by time: rows arrive nearly in this order, so the tree grows at its right edge.
            .table(
                "reading",
                """
                (start INTEGER NOT NULL, series INTEGER NOT NULL, arrived INTEGER NOT NULL, source INTEGER NOT NULL,
                position INTEGER NOT NULL, significand INTEGER, scale INTEGER, below INTEGER NOT NULL,
                flag TEXT NOT NULL, PRIMARY KEY (start, series, arrived, source, position)) STRICT, WITHOUT ROWID
                """),
            Self.blockTable,
        ]
    }

    /// Adds readings, each once however often it is given. Only other projections call this.
    package static func insert(_ readings: [Reading], into connection: WriteConnection) throws {
        var prepared = PreparedReadings()
        prepared.add(readings)
        try insert(prepared, into: connection)
    }

    /// Adds readings, each once however often it is given. Only other projections call this.
    package static func insert(_ readings: PreparedReadings, into connection: WriteConnection) throws {
        try insertSeries(readings.series, into: connection)
        try insert(readings.blocks, into: connection)
        try insertRows(readings.rows, into: connection)
    }

    /// Adds what was measured by hand: momentary values that are rows.
    static func insertSamples(_ readings: [Reading], into connection: WriteConnection) throws {
        try insertSeries(Set(readings.map(\.series)), into: connection)
        try insertRows(readings, into: connection)
    }

    static func insertSeries(_ series: some Sequence<SeriesKey>, into connection: WriteConnection) throws {
        let rows = try connection.inserter(
            into: "series", ["id", "object", "item", "seconds"], ignoringConflicts: true)
        for series in series {
            try rows.insert([
                .integer(series.id), .text(series.object), .text(series.item), .integer(Int64(series.seconds)),
            ])
        }
    }

    private static func insertRows(_ readings: [Reading], into connection: WriteConnection) throws {
        let rows = try connection.inserter(
            into: "reading",
            ["start", "series", "arrived", "source", "position", "significand", "scale", "below", "flag"],
            ignoringConflicts: true)
        for reading in readings {
            try rows.insert([
                .integer(reading.start.secondsSince1970), .integer(reading.series.id),
                .integer(reading.arrivedMilliseconds), .integer(reading.origin.source),
                .integer(reading.origin.position), reading.value.map { .integer($0.significand) } ?? .null,
                reading.value.map { .integer(Int64($0.scale)) } ?? .null,
                .integer(reading.isBelowDetection ? 1 : 0), .text(reading.flag),
            ])
        }
    }
}
