package import Storage

/// Questions about devices.
package enum DeviceStore {
    /// All devices that ever sent a packet, by number.
    package static func health(in connection: ReadConnection) throws -> [DeviceHealth] {
        try connection.rows(
            """
            SELECT mn, packets, wrong_checksum, wrong_length, broken, last_received, last_address,
            (SELECT count(*) FROM packet_quarantine q WHERE q.mn = h.mn) AS quarantined
            FROM device_health h ORDER BY mn
            """
        ) { row in
            DeviceHealth(
                mn: try row.text("mn"), packets: Int(try row.integer("packets")),
                wrongChecksums: Int(try row.integer("wrong_checksum")),
                wrongLengths: Int(try row.integer("wrong_length")), broken: Int(try row.integer("broken")),
                lastReceivedMilliseconds: try row.integer("last_received"),
                lastPacket: PacketAddress(rawValue: try row.integer("last_address")),
                quarantined: Int(try row.integer("quarantined")))
        }
    }

    /// What the packets that wait for their device to be registered take up, by the address they came from.
    static func quarantinedBytes(in connection: ReadConnection) throws -> [String: Int] {
        let unknown = QuarantineReason.unknownDevice.rawValue
        let rows = try connection.rows(
            """
            SELECT host, sum(max(bytes, \(Int64(QuarantineQuota.leastCharge)))) AS charge FROM packet_quarantine
            WHERE reason = \(unknown) GROUP BY host
            """
        ) { (try $0.text("host"), Int(try $0.integer("charge"))) }
        return Dictionary(rows, uniquingKeysWith: +)
    }
}
