package import Storage

/// When our own server ran: known only from its signs of life, because whoever is killed leaves no word. May be lost.
package enum GatewayUptimeState {
    /// So many runs are remembered.
    private static let greatestRuns: Int64 = 200
    /// A restart that takes less than this is not felt by devices, which repeat what is not answered; in milliseconds.
    private static let leastOutage: Int64 = 90_000

    static let migration = Migration(
        id: "gateway.1.run",
        statements: [
            "CREATE TABLE gateway_run (started INTEGER NOT NULL PRIMARY KEY, beat INTEGER NOT NULL) STRICT"
        ])

    /// Notes that the run that started at a moment is alive; both in milliseconds since 1970-01-01T00:00:00Z.
    package static func beat(started: Int64, now: Int64, in connection: WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO gateway_run (started, beat) VALUES (\(started), \(now))
            ON CONFLICT (started) DO UPDATE SET beat = max(gateway_run.beat, excluded.beat)
            """)
        try connection.execute(
            """
            DELETE FROM gateway_run WHERE started <=
            (SELECT started FROM gateway_run ORDER BY started DESC LIMIT 1 OFFSET \(greatestRuns))
            """)
    }

    /// The last sign of life, in milliseconds since 1970-01-01T00:00:00Z; nil for none.
    package static func lastBeat(in connection: ReadConnection) throws -> Int64? {
        try connection.first("SELECT beat FROM gateway_run ORDER BY started DESC LIMIT 1") { try $0.integer("beat") }
    }

    /// The last time that it did not run; nil when it always did.
    package static func lastOutage(in connection: ReadConnection) throws -> GatewayOutage? {
        try outages(in: connection).first
    }

    /// The times that are remembered in which it did not run, the last one first.
    package static func outages(in connection: ReadConnection) throws -> [GatewayOutage] {
        let runs = try connection.rows("SELECT started, beat FROM gateway_run ORDER BY started DESC") {
            (started: try $0.integer("started"), beat: try $0.integer("beat"))
        }
        return zip(runs, runs.dropFirst()).filter { $0.started - $1.beat >= leastOutage }.map {
            GatewayOutage(from: $1.beat, to: $0.started)
        }
    }
}
