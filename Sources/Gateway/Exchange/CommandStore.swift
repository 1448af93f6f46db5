import Ledger
import Records
package import Storage

/// Questions about commands to devices.
package enum CommandStore {
    /// A command by its id.
    package static func command(_ id: String, in connection: ReadConnection) throws -> DeviceCommand? {
        try connection.first("SELECT * FROM device_command WHERE id = \(id)") { try command(from: $0) }
    }

    /// Commands of a device, the newest first.
    package static func commands(
        of mn: String, limit: Int, in connection: ReadConnection
    ) throws -> [DeviceCommand] {
        try connection.rows(
            "SELECT * FROM device_command WHERE mn = \(mn.uppercased()) ORDER BY seq DESC LIMIT \(limit)"
        ) { try command(from: $0) }
    }

    /// Commands that are to be sent or were sent, and that a person has touched since a record, in the order of requests.
    static func open(after sequence: Int64, in connection: ReadConnection) throws -> [DeviceCommand] {
        try connection.rows(
            """
            SELECT * FROM device_command WHERE stage IN ('waiting', 'running', 'withdrawn') AND changed > \(sequence)
            AND NOT (stage = 'withdrawn' AND \(sequence) = 0) ORDER BY seq
            """
        ) { try command(from: $0) }
    }

    /// The last record by which a command was asked for, confirmed or withdrawn.
    static func lastChange(in connection: ReadConnection) throws -> Int64 {
        try [CommandActions.requested, CommandActions.confirmed, CommandActions.withdrawn].map {
            try RecordStore.lastSequence(of: $0, in: connection)
        }.max() ?? 0
    }

    /// The greatest number under which anything was sent to a device.
    static func lastNumber(of mn: String, in connection: ReadConnection) throws -> String? {
        try connection.first("SELECT max(qn) AS last FROM device_command WHERE mn = \(mn)") {
            try $0.optionalText("last")
        } ?? nil
    }

    /// Commands of a device that were asked for since a moment, for one reason.
    static func commands(
        of mn: String, origin: DeviceCommand.Origin, since milliseconds: Int64, in connection: ReadConnection
    ) throws -> [DeviceCommand] {
        try connection.rows(
            """
            SELECT * FROM device_command WHERE mn = \(mn) AND origin = \(origin.rawValue)
            AND requested >= \(milliseconds) ORDER BY seq DESC
            """
        ) { try command(from: $0) }
    }

    /// The devices that were asked for something since a moment, for one reason.
    static func devices(
        asked origin: DeviceCommand.Origin, since milliseconds: Int64, in connection: ReadConnection
    ) throws -> Set<String> {
        Set(
            try connection.rows(
                """
                SELECT DISTINCT mn FROM device_command WHERE origin = \(origin.rawValue)
                AND requested >= \(milliseconds)
                """
            ) { try $0.text("mn") })
    }

    /// Whether a command of this name waits for a device or is under way.
    static func isOpen(_ name: String, of mn: String, in connection: ReadConnection) throws -> Bool {
        try connection.exists(
            """
            SELECT 1 FROM device_command WHERE mn = \(mn) AND name = \(name)
            AND stage IN ('unconfirmed', 'waiting', 'running')
            """)
    }

    /// What the gateway asks by itself.
    package static func settings(in connection: ReadConnection) throws -> ExchangeSettings {
        try connection.first("SELECT gaps, clocks, setting FROM exchange_setting") { row in
            var settings = ExchangeSettings()
            settings.asksForGaps = try row.flag("gaps")
            settings.checksClocks = try row.flag("clocks")
            settings.setsClocks = try row.flag("setting")
            return settings
        } ?? ExchangeSettings()
    }

    private static func command(from row: SQLRow) throws -> DeviceCommand {
        let code = try row.optionalInteger("code").map { Int($0) }
        return DeviceCommand(
            id: try row.text("id"), sequence: try row.integer("seq"), mn: try row.text("mn"),
            name: try row.text("name"),
            parameters: try texts(row.text("parameters")), reason: try row.text("reason"),
            basis: try row.text("basis"), matter: try row.text("matter"), noticeOn: try row.text("notice_on"),
            noticeManner: try row.text("notice_manner"),
            origin: DeviceCommand.Origin(rawValue: try row.text("origin")) ?? .person, actor: try row.text("actor"),
            requestedMilliseconds: try row.integer("requested"), confirmedBy: try row.optionalText("confirmed_by"),
            withdrawnBy: try row.optionalText("withdrawn_by"),
            withdrawalReason: try row.optionalText("withdrawal_reason"),
            stage: DeviceCommand.Stage(rawValue: try row.text("stage")) ?? .ended, qn: try row.optionalText("qn"),
            startedMilliseconds: try row.optionalInteger("started"),
            endedMilliseconds: try row.optionalInteger("ended"),
            outcome: try row.optionalText("outcome").flatMap { CommandOutcome(name: $0, code: code) },
            answer: try texts(row.text("answer")), driftMilliseconds: try row.optionalInteger("drift"),
            lateCode: try row.optionalInteger("late_code").map { Int($0) }, sent: try addresses(row.text("sent")),
            received: try addresses(row.text("received")), receivedCount: Int(try row.integer("received_count")))
    }

    private static func texts(_ json: String) throws -> [String: String] {
        try CanonicalValue(canonical: Array(json.utf8)).members?.compactMapValues(\.text) ?? [:]
    }

    private static func addresses(_ json: String) throws -> [PacketAddress] {
        try CanonicalValue(canonical: Array(json.utf8)).elements?.compactMap(\.integer).map(PacketAddress.init) ?? []
    }
}
