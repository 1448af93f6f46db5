package import Standards
package import Storage

/// Up to when data have come.
package enum CutoffStore {
    /// Looking further back would scan the whole store where only other periods arrive, in seconds.
    private static let greatestLookBackSeconds = 172_800

    /// The end of the latest hour, or of the latest four hours of a water station, for which anything came; where no
    /// hours come, the start of the latest block of shorter periods; nil when there is no reading.
    package static func cutoff(in connection: ReadConnection) throws -> Instant? {
        // What was measured by hand says nothing of how far devices have come.
        let latest = try connection.first(
            "SELECT start FROM reading WHERE source >= 0 ORDER BY start DESC LIMIT 1"
        ) { try $0.integer("start") }
        guard let last = latest else { return try ReadingBlockStore.lastBlock(in: connection) }
        let period = try connection.first(
            """
            SELECT r.start + s.seconds AS moment FROM reading r JOIN series s ON s.id = r.series
            WHERE r.start >= \(last - Int64(greatestLookBackSeconds)) AND s.seconds IN (3600, 14400)
            ORDER BY r.start DESC LIMIT 1
            """
        ) { try $0.integer("moment") }
        return Instant(secondsSince1970: period ?? last)
    }
}
