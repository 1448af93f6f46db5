import HJ212
package import Storage

/// Questions about devices.
package enum DeviceStore {
    /// All devices that ever sent a packet, by number.
    package static func health(in connection: ReadConnection) throws -> [DeviceHealth] {
        let waiting = Dictionary(
            try connection.rows("SELECT mn, count(*) AS n FROM packet_quarantine GROUP BY mn") {
                (try $0.text("mn"), Int(try $0.integer("n")))
            }, uniquingKeysWith: +)
        return try health("", waiting: waiting, in: connection)
    }

    /// The health of one device; nil when it never sent a packet.
    package static func health(of mn: String, in connection: ReadConnection) throws -> DeviceHealth? {
        let waiting = try connection.first("SELECT count(*) AS n FROM packet_quarantine WHERE mn = \(mn)") {
            Int(try $0.integer("n"))
        }
        return try health("WHERE mn = \(mn)", waiting: [mn: waiting ?? 0], in: connection).first
    }

    /// The registered devices that came from an address last.
    package static func health(from host: String, in connection: ReadConnection) throws -> [DeviceHealth] {
        // The last address stands first; it holds no blank.
        let beginning = host + " "
        return try connection.rows(
            "\(selection) WHERE substr(hosts || ' ', 1, length(\(beginning))) = \(beginning)"
        ) { DeviceAccount($0).health(mn: $0.optionalText(at: 0) ?? "", quarantined: 0) }
    }

    /// Whether any registered device was heard after a moment, in milliseconds since 1970-01-01T00:00:00Z.
    package static func hasHeardAny(after milliseconds: Int64, in connection: ReadConnection) throws -> Bool {
        try connection.exists("SELECT 1 FROM device_health WHERE last_received > \(milliseconds)")
    }

    /// Packets of all devices that could not be read as data.
    package static func quarantined(in connection: ReadConnection) throws -> Int {
        try connection.first("SELECT count(*) AS n FROM packet_quarantine") { Int(try $0.integer("n")) } ?? 0
    }

    private static func health(
        _ which: SQL, waiting: [String: Int], in connection: ReadConnection
    ) throws -> [DeviceHealth] {
        var found: [String: DeviceHealth] = [:]
        try connection.forEachRow("\(StrangerAccount.selection) \(which)") { row in
            let mn = row.optionalText(at: 0) ?? ""
            found[mn] = StrangerAccount(row).health(mn: mn, quarantined: waiting[mn] ?? 0)
        }
        try connection.forEachRow("\(selection) \(which)") { row in
            let mn = row.optionalText(at: 0) ?? ""
            let health = DeviceAccount(row).health(mn: mn, quarantined: waiting[mn] ?? 0)
            found[mn] = found[mn].map { health.joined(with: $0) } ?? health
        }
        return found.values.sorted { $0.mn < $1.mn }
    }

    /// The row of a registered device; nil when it sent nothing since it was registered.
    static func account(of mn: String, in connection: ReadConnection) throws -> DeviceAccount? {
        try connection.first("\(selection) WHERE mn = \(mn)") { DeviceAccount($0) }
    }

    /// When a registered device was registered, in milliseconds since 1970-01-01T00:00:00Z, and the last of its packets that
    /// was counted; nil when it sent nothing since.
    static func counted(of mn: String, in connection: ReadConnection) throws -> (since: Int64, last: PacketAddress)? {
        try connection.first("SELECT since, last_address FROM device_health WHERE mn = \(mn)") {
            (try $0.integer("since"), PacketAddress(rawValue: try $0.integer("last_address")))
        }
    }

    private static let selection = SQL(
        verbatim: "SELECT \(DeviceAccount.columns.joined(separator: ", ")) FROM device_health")

    /// When the last packet was received that has been read, in milliseconds since 1970-01-01T00:00:00Z; nil for none.
    package static func lastReceived(in connection: ReadConnection) throws -> Int64? {
        try connection.rows(
            "SELECT last_received FROM device_health UNION ALL SELECT last_received FROM device_stranger"
        ) { try $0.integer("last_received") }.max()
    }

    /// The hours of devices from one to before another, both starts in seconds since 1970-01-01T00:00:00Z.
    package static func hours(
        of devices: [String], from: Int64, to: Int64, in connection: ReadConnection
    ) throws -> [String: [DeviceHour]] {
        // Named one by one, so that only the rows asked for are touched among those of ten thousand devices.
        let hours = stride(from: HourAccount.start(of: from), to: to, by: 3_600).map { SQLValue.integer($0) }
        let rows = try connection.rows(
            """
            \(hourSelection) WHERE hour IN (\(list: hours)) AND mn IN (\(list: devices.map { .text($0) }))
            ORDER BY hour
            """
        ) { try DeviceHour($0) }
        return Dictionary(grouping: rows, by: \.mn)
    }

    private static let hourSelection = SQL(
        verbatim: "SELECT \(HourAccount.columns.joined(separator: ", ")) FROM device_hour")

    /// Packets with a fault since an hour, by device; devices without any are left out.
    ///
    /// - Parameter mn: of one device; nil for all.
    package static func faults(
        of mn: String? = nil, since hour: Int64, in connection: ReadConnection
    ) throws -> [String: DeviceFaults] {
        let which: SQL = mn.map { "AND mn = \($0)" } ?? ""
        var found: [String: DeviceFaults] = [:]
        // Asked the way the index of faults is made: few hours of few devices have any.
        try connection.forEachRow(
            """
            SELECT mn, wrong_checksum, wrong_length, broken, wrong_time FROM device_hour
            WHERE hour >= \(HourAccount.start(of: hour)) AND wrong_checksum + wrong_length + broken + wrong_time > 0
            \(which)
            """
        ) { row in
            var faults = found[row.optionalText(at: 0) ?? ""] ?? DeviceFaults()
            faults.wrongChecksums += Int(row.integer(at: 1))
            faults.wrongLengths += Int(row.integer(at: 2))
            faults.broken += Int(row.integer(at: 3))
            faults.wrongTimes += Int(row.integer(at: 4))
            found[row.optionalText(at: 0) ?? ""] = faults
        }
        return found
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

    /// The hours of a span in which no device at all was heard, though some were before and after it: our own line or platform.
    ///
    /// - Returns: their starts, in seconds since 1970-01-01T00:00:00Z.
    package static func deafHours(from start: Int64, to end: Int64, in connection: ReadConnection) throws -> Set<Int64>
    {
        let bounds = try connection.first("SELECT min(hour) AS first, max(hour) AS last FROM device_hour") {
            (try $0.optionalInteger("first"), try $0.optionalInteger("last"))
        }
        guard let first = bounds?.0, let last = bounds?.1 else { return [] }
        let heard = Set(
            try connection.rows(
                "SELECT DISTINCT hour FROM device_hour WHERE hour >= \(start) AND hour < \(end)"
            ) { try $0.integer("hour") })
        let known = stride(from: max(HourAccount.start(of: start), first), to: min(end, last), by: 3_600)
        return Set(known).subtracting(heard)
    }
}
