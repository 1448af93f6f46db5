package import Storage

/// Questions about devices that wait to be registered.
package enum AdoptionStore {
    private static let unknown = QuarantineReason.unknownDevice.rawValue

    /// The devices that wait, the last to send first.
    ///
    /// - Parameter limit: numbers made of noise may come from anywhere; more than a person goes through are not read.
    package static func waiting(limit: Int, in connection: ReadConnection) throws -> [WaitingDevice] {
        try connection.rows(
            """
            SELECT mn, count(*) AS packets, min(address) AS first, max(address) AS last,
            sum(max(bytes, \(Int64(QuarantineQuota.leastCharge)))) AS charge, group_concat(DISTINCT host) AS hosts
            FROM packet_quarantine WHERE reason = \(unknown) GROUP BY mn ORDER BY last DESC, mn LIMIT \(limit)
            """
        ) { row in
            WaitingDevice(
                mn: try row.text("mn"), packets: Int(try row.integer("packets")),
                first: PacketAddress(rawValue: try row.integer("first")),
                last: PacketAddress(rawValue: try row.integer("last")), charge: Int(try row.integer("charge")),
                hosts: try row.text("hosts").split(separator: ",").map(String.init))
        }
    }

    /// How many devices wait.
    package static func waitingCount(in connection: ReadConnection) throws -> Int {
        try connection.first(
            "SELECT count(DISTINCT mn) AS devices FROM packet_quarantine WHERE reason = \(unknown)"
        ) { Int(try $0.integer("devices")) } ?? 0
    }

    /// How many packets of a device wait for it to be registered.
    package static func waitingPackets(of mn: String, in connection: ReadConnection) throws -> Int {
        try connection.first(
            "SELECT count(*) AS packets FROM packet_quarantine WHERE mn = \(mn) AND reason = \(unknown)"
        ) { Int(try $0.integer("packets")) } ?? 0
    }

    /// How many packets of a device are set aside for other reasons.
    package static func setAside(of mn: String, in connection: ReadConnection) throws -> Int {
        try connection.first(
            "SELECT count(*) AS packets FROM packet_quarantine WHERE mn = \(mn) AND reason <> \(unknown)"
        ) { Int(try $0.integer("packets")) } ?? 0
    }

    /// The last packets of a device that wait, newest first.
    package static func lastPackets(
        of mn: String, limit: Int, in connection: ReadConnection, from log: PacketLog
    ) throws -> [LoggedPacket] {
        try connection.rows(
            """
            SELECT address FROM packet_quarantine WHERE mn = \(mn) AND reason = \(unknown)
            ORDER BY address DESC LIMIT \(limit)
            """
        ) { PacketAddress(rawValue: try $0.integer("address")) }.map { try log.packet(at: $0) }
    }
}
