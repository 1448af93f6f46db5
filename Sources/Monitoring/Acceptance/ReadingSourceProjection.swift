package import Records
package import Storage

/// Which devices gave readings of an object, and in which stretch of time they did.
///
/// A reading does not name its device, its packet does. With these stretches the device is known without the packet, except
/// where two devices speak of one object at the same time.
package struct ReadingSourceProjection: Projection {
    package init() {}

    package let name = "reading-source"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "reading_source",
                """
                (object TEXT NOT NULL, mn TEXT NOT NULL, first_arrived INTEGER NOT NULL, last_arrived INTEGER NOT NULL,
                PRIMARY KEY (object, mn)) STRICT, WITHOUT ROWID
                """)
        ]
    }

    /// Notes that a device gave readings of an object, the first and last of them at these moments.
    package static func note(_ sources: [ReadingSource: ClosedRange<Int64>], in connection: WriteConnection) throws {
        try connection.upsert(
            into: "reading_source", ["object", "mn", "first_arrived", "last_arrived"],
            onConflict: """
                (object, mn) DO UPDATE SET
                first_arrived = min(reading_source.first_arrived, excluded.first_arrived),
                last_arrived = max(reading_source.last_arrived, excluded.last_arrived)
                """,
            sources.sorted { $0.key < $1.key }.lazy.map { source, arrived in
                [.text(source.object), .text(source.mn), .integer(arrived.lowerBound), .integer(arrived.upperBound)]
            })
    }
}
