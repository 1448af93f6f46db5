import HJ212
import Storage

/// What came from a number that nobody had registered.
struct StrangerAccount {
    private var counts = PacketCounts()
    private let firstReceived: Int64
    let firstAddress: Int64
    private(set) var lastReceived: Int64
    private(set) var lastAddress: Int64
    private var lastAccepted: Int64?
    private var host: String
    private var versions: Int64 = 0

    init(_ packet: HeardPacket) {
        firstReceived = packet.receivedMilliseconds
        firstAddress = packet.address.rawValue
        lastReceived = firstReceived
        lastAddress = firstAddress
        host = packet.host
    }

    mutating func add(_ packet: HeardPacket) {
        counts.add(packet.verdict)
        lastReceived = max(lastReceived, packet.receivedMilliseconds)
        lastAddress = packet.address.rawValue
        host = packet.host
        guard let traits = packet.traits else { return }
        lastAccepted = packet.receivedMilliseconds
        counts.add(traits.kind, isWrongTime: false, isDuplicate: false, isResent: false)
        versions |= traits.version.mark
    }

    // MARK: Row

    static let columns =
        ["mn"] + PacketCounts.columns
        + [
            "first_received", "first_address", "last_received", "last_address", "last_accepted", "host", "versions",
        ]

    static let definition =
        """
        (mn TEXT NOT NULL PRIMARY KEY, \(PacketCounts.definition), first_received INTEGER NOT NULL,
        first_address INTEGER NOT NULL, last_received INTEGER NOT NULL, last_address INTEGER NOT NULL,
        last_accepted INTEGER, host TEXT NOT NULL, versions INTEGER NOT NULL) STRICT, WITHOUT ROWID
        """

    static let replacing =
        "(mn) DO UPDATE SET " + columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")

    static func read(_ mn: String, in connection: ReadConnection) throws -> StrangerAccount? {
        try connection.first("\(selection) WHERE mn = \(mn)") { StrangerAccount($0) }
    }

    static func count(in connection: ReadConnection) throws -> Int {
        Int(try connection.first("SELECT count(*) AS n FROM device_stranger") { try $0.integer("n") } ?? 0)
    }

    static let selection = SQL(verbatim: "SELECT \(columns.joined(separator: ", ")) FROM device_stranger")

    func values(mn: String) -> [SQLValue] {
        [.text(mn)] + counts.values
            + [
                .integer(firstReceived), .integer(firstAddress), .integer(lastReceived), .integer(lastAddress),
                lastAccepted.map { .integer($0) } ?? .null, .text(host), .integer(versions),
            ]
    }

    init(_ row: SQLRow) {
        counts = PacketCounts(row, at: 1)
        let rest = 1 + PacketCounts.columns.count
        firstReceived = row.integer(at: rest)
        firstAddress = row.integer(at: rest + 1)
        lastReceived = row.integer(at: rest + 2)
        lastAddress = row.integer(at: rest + 3)
        lastAccepted = row.optionalInteger(at: rest + 4)
        host = row.optionalText(at: rest + 5) ?? ""
        versions = row.integer(at: rest + 6)
    }

    /// The row as its readers see it.
    func health(mn: String, quarantined: Int) -> DeviceHealth {
        DeviceHealth(
            mn: mn, registeredMilliseconds: nil, counts: counts, firstReceivedMilliseconds: firstReceived,
            lastReceivedMilliseconds: lastReceived, lastAcceptedMilliseconds: lastAccepted,
            lastPacket: PacketAddress(rawValue: lastAddress), hosts: [host],
            versions: ProtocolVersion.allCases.filter { versions & $0.mark != 0 }, driftMilliseconds: nil, flags: [],
            realtimeSeconds: nil, last: [:], quarantined: quarantined)
    }
}
