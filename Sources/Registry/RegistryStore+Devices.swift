import Standards
package import Storage

extension RegistryStore {
    /// When a device was bound first, in milliseconds since 1970-01-01T00:00:00Z; nil when it is not bound.
    package static func firstBindingMilliseconds(of mn: String, in connection: ReadConnection) throws -> Int64? {
        try connection.first("SELECT since FROM registry_device WHERE mn = \(mn) ORDER BY seq LIMIT 1") {
            try $0.integer("since")
        }
    }

    /// Every device as it is bound now, by number, without its channels: for lists of ten thousand.
    package static func devices(in connection: ReadConnection) throws -> [RegisteredDevice] {
        try devices("", in: connection)
    }

    /// Those of some numbers that are bound, as they are bound now, by number, without their channels.
    package static func devices(
        numbered numbers: [String], in connection: ReadConnection
    ) throws -> [RegisteredDevice] {
        try devices("AND d.mn IN (\(list: numbers.map { .text($0) }))", in: connection)
    }

    private static func devices(_ which: SQL, in connection: ReadConnection) throws -> [RegisteredDevice] {
        try connection.rows(
            """
            SELECT d.mn, d.object, o.kind, o.name, o.fields->>'enterprise', o.fields->>'medium', d.owner, d.accepted_on,
            d.realtime_seconds, d.minute_seconds, d.hour_seconds
            FROM registry_device d LEFT JOIN registry_object o ON o.id = d.object
            WHERE d.seq = (SELECT max(seq) FROM registry_device l WHERE l.mn = d.mn) \(which) ORDER BY d.mn
            """
        ) { row in
            RegisteredDevice(
                mn: row.optionalText(at: 0) ?? "", object: row.optionalText(at: 1) ?? "",
                kind: row.optionalText(at: 2).flatMap(ObjectKind.init(rawValue:)), name: row.optionalText(at: 3) ?? "",
                enterprise: row.optionalText(at: 4) ?? "", medium: row.optionalText(at: 5) ?? "",
                owner: row.optionalText(at: 6) ?? "", acceptedOn: row.optionalText(at: 7).flatMap { CivilDate($0) },
                realtimeSeconds: row.optionalInteger(at: 8).map(Int.init), minuteSeconds: Int(row.integer(at: 9)),
                hourSeconds: Int(row.integer(at: 10)))
        }
    }
}
