package import Ledger
package import Records
package import Storage

/// The closed segments on record.
package struct SegmentProjection: Projection {
    package init() {}

    package let name = "segments"
    package let version = 1

    package var definitions: [Definition] {
        [
            .table(
                "packet_segment",
                """
                (start INTEGER NOT NULL PRIMARY KEY, end_address INTEGER NOT NULL, packets INTEGER NOT NULL,
                first INTEGER NOT NULL, last INTEGER NOT NULL, sha256 TEXT NOT NULL, parser INTEGER NOT NULL,
                expired_by INTEGER) STRICT
                """)
        ]
    }

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        switch record.action {
        case SegmentActions.segmentClosed: try close(record.body, in: connection)
        case SegmentActions.packetsExpired: try expire(record, in: connection)
        default: break
        }
    }

    private func close(_ body: CanonicalValue, in connection: WriteConnection) throws {
        func number(_ key: String) -> Int64 { body[key]?.integer ?? 0 }
        try connection.execute(
            """
            INSERT INTO packet_segment (start, end_address, packets, first, last, sha256, parser) VALUES
            (\(number("start")), \(number("end")), \(number("packets")), \(number("first")), \(number("last")),
            \(body["sha256"]?.text ?? ""), \(number("parser")))
            """)
    }

    private func expire(_ record: LedgerRecord, in connection: WriteConnection) throws {
        let (start, end) = (record.body["start"]?.integer ?? 0, record.body["end"]?.integer ?? 0)
        try connection.execute(
            """
            UPDATE packet_segment SET expired_by = \(record.sequence) WHERE start >= \(start) AND end_address <= \(end)
            """)
        // They are not there any more to be read when their device is registered.
        try connection.execute("DELETE FROM packet_quarantine WHERE address >= \(start) AND address < \(end)")
    }
}
