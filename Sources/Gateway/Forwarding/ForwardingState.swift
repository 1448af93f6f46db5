package import Storage

/// How far packets are forwarded to an upper platform. It may be lost: forwarding begins again then where the platform was
/// added, so that packets come twice and none is missing.
package struct ForwardingState: Sendable, Hashable {
    /// The id of the platform.
    package let upstream: String
    /// Everything before is acknowledged, or not for it.
    package var settled: PacketAddress
    /// Nothing from here on was ever sent.
    package var sent: PacketAddress
    /// When it last acknowledged a packet, in milliseconds since 1970-01-01T00:00:00Z; nil when it never did.
    package var answeredMilliseconds: Int64?
    /// Packets acknowledged, or sent where no acknowledgement is waited for.
    package var packets: Int64

    init(upstream: String, from start: PacketAddress) {
        self.init(upstream: upstream, settled: start, sent: start, answeredMilliseconds: nil, packets: 0)
    }

    init(
        upstream: String, settled: PacketAddress, sent: PacketAddress, answeredMilliseconds: Int64?, packets: Int64
    ) {
        self.upstream = upstream
        self.settled = settled
        self.sent = sent
        self.answeredMilliseconds = answeredMilliseconds
        self.packets = packets
    }

    static let migrations = [
        Migration(
            id: "gateway.1.forwarding",
            statements: [
                """
                CREATE TABLE gateway_forwarding (
                    upstream TEXT NOT NULL PRIMARY KEY, settled INTEGER NOT NULL, sent INTEGER NOT NULL,
                    answered INTEGER, packets INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID
                """
            ])
    ]

    /// What is remembered of all platforms, by id.
    package static func all(in connection: ReadConnection) throws -> [String: ForwardingState] {
        let states = try connection.rows(
            "SELECT upstream, settled, sent, answered, packets FROM gateway_forwarding"
        ) { row in
            ForwardingState(
                upstream: try row.text("upstream"),
                settled: PacketAddress(rawValue: try row.integer("settled")),
                sent: PacketAddress(rawValue: try row.integer("sent")),
                answeredMilliseconds: try row.optionalInteger("answered"), packets: try row.integer("packets"))
        }
        return Dictionary(states.map { ($0.upstream, $0) }, uniquingKeysWith: { _, last in last })
    }

    func save(to connection: WriteConnection) throws {
        try connection.execute(
            """
            INSERT INTO gateway_forwarding (upstream, settled, sent, answered, packets) VALUES
            (\(upstream), \(settled.rawValue), \(sent.rawValue), \(answeredMilliseconds), \(packets))
            ON CONFLICT (upstream) DO UPDATE SET settled = excluded.settled, sent = excluded.sent,
            answered = excluded.answered, packets = excluded.packets
            """)
    }

    /// Forgets a platform that is no more.
    static func forget(_ upstream: String, in connection: WriteConnection) throws {
        try connection.execute("DELETE FROM gateway_forwarding WHERE upstream = \(upstream)")
    }
}
