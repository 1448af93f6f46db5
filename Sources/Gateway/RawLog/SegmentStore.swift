package import Storage

/// Questions about closed segments on record.
package enum SegmentStore {
    /// All of them, by address.
    package static func segments(in connection: ReadConnection) throws -> [RecordedSegment] {
        try connection.rows(
            """
            SELECT start, end_address, packets, first, last, sha256, parser, expired_by FROM packet_segment
            ORDER BY start
            """
        ) { row in
            let range = SegmentRange(
                start: PacketAddress(rawValue: try row.integer("start")),
                end: PacketAddress(rawValue: try row.integer("end_address")))
            return RecordedSegment(
                summary: SegmentSummary(
                    range: range, packetCount: Int(try row.integer("packets")),
                    earliestMilliseconds: try row.integer("first"), latestMilliseconds: try row.integer("last"),
                    contentHash: try row.text("sha256")),
                parser: Int(try row.integer("parser")), expiredBy: try row.optionalInteger("expired_by"))
        }
    }

    /// Whether a segment that starts at an address is on record.
    static func isRecorded(_ start: PacketAddress, in connection: ReadConnection) throws -> Bool {
        try connection.exists("SELECT 1 FROM packet_segment WHERE start = \(start.rawValue)")
    }

    /// The address behind the last segment on record; nil when there is none.
    package static func recordedEnd(in connection: ReadConnection) throws -> PacketAddress? {
        try connection.first("SELECT max(end_address) AS last FROM packet_segment") {
            try $0.optionalInteger("last").map(PacketAddress.init(rawValue:))
        } ?? nil
    }

    /// Segments whose removal is on record, by address, with the number of the record.
    static func expired(in connection: ReadConnection) throws -> [(range: SegmentRange, record: Int64)] {
        try connection.rows(
            "SELECT start, end_address, expired_by FROM packet_segment WHERE expired_by IS NOT NULL ORDER BY start"
        ) { row in
            let range = SegmentRange(
                start: PacketAddress(rawValue: try row.integer("start")),
                end: PacketAddress(rawValue: try row.integer("end_address")))
            return (range, try row.integer("expired_by"))
        }
    }
}
