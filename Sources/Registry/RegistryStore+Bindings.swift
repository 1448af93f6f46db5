import Standards
package import Storage

extension RegistryStore {
    /// Every binding of every device, oldest first.
    package static func bindings(in connection: ReadConnection) throws -> [DeviceBinding] {
        try bindings("", channels: "", in: connection)
    }

    /// Every binding of the devices that ever watched one of the objects, oldest first.
    package static func bindings(ofDevicesOf objects: [String], in connection: ReadConnection) throws -> [DeviceBinding]
    {
        let devices: SQL =
            """
            mn IN (SELECT mn FROM registry_device WHERE object IN (\(list: objects.map { .text($0) })))
            """
        return try bindings("WHERE \(devices)", channels: "WHERE \(devices)", in: connection)
    }

    /// Every binding of a device, oldest first.
    package static func bindings(of mn: String, in connection: ReadConnection) throws -> [DeviceBinding] {
        let device: SQL = "WHERE mn = \(mn.uppercased())"
        return try bindings(device, channels: device, in: connection)
    }

    /// Which key every binding of every device names, the oldest of each device first.
    package static func keyIDs(in connection: ReadConnection) throws -> [(mn: String, id: String?)] {
        try connection.rows("SELECT mn, key_id FROM registry_device ORDER BY mn, seq") {
            (mn: try $0.text("mn"), id: try $0.optionalText("key_id"))
        }
    }

    /// The record of a device's last binding; nil when it is not bound.
    static func lastBinding(of mn: String, in connection: ReadConnection) throws -> Int64? {
        try connection.first("SELECT max(seq) AS last FROM registry_device WHERE mn = \(mn)") {
            try $0.optionalInteger("last")
        } ?? nil
    }

    private static func bindings(
        _ which: SQL, channels: SQL, in connection: ReadConnection
    ) throws -> [DeviceBinding] {
        let channels = try connection.rows(
            """
            SELECT seq, code, item, power, analyser, serial, low, high, unit FROM registry_channel \(channels)
            ORDER BY mn, seq, code
            """
        ) { (sequence: try $0.integer("seq"), channel: try channel(from: $0)) }
        let byBinding = Dictionary(grouping: channels, by: \.sequence)
        return try connection.rows("SELECT * FROM registry_device \(which) ORDER BY mn, seq") { row in
            let sequence = try row.integer("seq")
            return DeviceBinding(
                mn: try row.text("mn"), sequence: sequence, sinceMilliseconds: try row.integer("since"),
                object: try row.text("object"), settings: try settings(from: row),
                channels: (byBinding[sequence] ?? []).map(\.channel))
        }
    }

    private static func settings(from row: SQLRow) throws -> DeviceSettings {
        var settings = DeviceSettings()
        settings.ownership = DeviceOwnership(rawValue: try row.text("ownership")) ?? .enterprise
        settings.owner = try row.text("owner")
        settings.dialect = try row.optionalText("dialect")
        settings.tolerances = Set(try row.text("tolerances").split(separator: " ").map(String.init))
        settings.isAnswered = try row.flag("answered")
        settings.minuteSeconds = Int(try row.integer("minute_seconds"))
        settings.hourSeconds = Int(try row.integer("hour_seconds"))
        settings.realtimeSeconds = try row.optionalInteger("realtime_seconds").map(Int.init)
        settings.acceptedOn = try row.optionalText("accepted_on").flatMap { CivilDate($0) }
        settings.filedOn = try row.optionalText("filed_on").flatMap { CivilDate($0) }
        settings.keyID = try row.optionalText("key_id")
        return settings
    }

    private static func channel(from row: SQLRow) throws -> DeviceChannel {
        var range: MeasuringRange?
        if let low = try row.optionalText("low"), let high = try row.optionalText("high") {
            range = MeasuringRange(low: low, high: high, unit: try row.optionalText("unit") ?? "")
        }
        return DeviceChannel(
            code: try row.text("code"), item: try row.text("item"), powerOfTen: Int(try row.integer("power")),
            analyser: try row.text("analyser"), serial: try row.text("serial"), range: range)
    }
}
