package import Records
import Standards
package import Storage

/// The readings, in time order, each arrival a row of its own.
package struct ReadingProjection: Projection {
    package init() {}

    package let name = "readings"
    package let version = 1

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
        ]
    }

    /// Adds readings, each once however often it is given. Only other projections call this.
    package static func insert(_ readings: [Reading], into connection: WriteConnection) throws {
        let series = try connection.inserter(
            into: "series", ["id", "object", "item", "seconds"], ignoringConflicts: true)
        var known: Set<SeriesKey> = []
        let rows = try connection.inserter(
            into: "reading",
            ["start", "series", "arrived", "source", "position", "significand", "scale", "below", "flag"],
            ignoringConflicts: true)
        for reading in readings {
            let id = reading.series.id
            if known.insert(reading.series).inserted {
                try series.insert([
                    .integer(id), .text(reading.series.object), .text(reading.series.item),
                    .integer(Int64(reading.series.seconds)),
                ])
            }
            try rows.insert([
                .integer(reading.start.secondsSince1970), .integer(id), .integer(reading.arrivedMilliseconds),
                .integer(reading.origin.source), .integer(reading.origin.position),
                reading.value.map { .integer($0.significand) } ?? .null,
                reading.value.map { .integer(Int64($0.scale)) } ?? .null,
                .integer(reading.isBelowDetection ? 1 : 0), .text(reading.flag),
            ])
        }
    }
}
