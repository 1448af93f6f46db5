package import Ledger
package import Records
package import Storage

/// The layers of the map as a table.
package struct MapLayerProjection: Projection {
    package init() {}

    package let name = "map-layers"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "map_layer",
                """
                (id TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, title TEXT NOT NULL, file TEXT NOT NULL,
                attachment TEXT NOT NULL, datum TEXT NOT NULL, shapes INTEGER NOT NULL, time INTEGER NOT NULL,
                actor TEXT NOT NULL, removed_by INTEGER) STRICT
                """)
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        let body = record.body
        switch record.action {
        case MapLayerActions.imported:
            try connection.execute(
                """
                INSERT INTO map_layer (id, seq, title, file, attachment, datum, shapes, time, actor, removed_by) VALUES
                (\(record.subject), \(record.sequence), \(body["title"]?.text ?? ""), \(body["file"]?.text ?? ""),
                \(body["attachment"]?.text ?? ""), \(body["datum"]?.text ?? ""), \(body["shapes"]?.integer ?? 0),
                \(record.timeMilliseconds), \(record.actor), \(nil as Int64?))
                """)
        case MapLayerActions.removed:
            try connection.execute(
                "UPDATE map_layer SET removed_by = \(record.sequence) WHERE id = \(record.subject)")
        default: break
        }
    }
}
