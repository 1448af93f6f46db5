import Ledger
import Standards
package import Storage

/// Questions about reminders that were given.
package enum ReminderStore {
    /// What was given of a matter.
    package static func keys(of matter: MatterID, in connection: ReadConnection) throws -> Set<Reminder.Key> {
        Set(
            try connection.rows(
                "SELECT clock, entry, extensions, step FROM reminder WHERE matter = \(matter.rawValue)"
            ) { row in
                Reminder.Key(
                    clock: try row.text("clock"), entry: Int(try row.integer("entry")),
                    extensions: Int(try row.integer("extensions")), step: try row.text("step"))
            })
    }

    /// Reminders of some matters, the youngest first.
    package static func reminders(
        of matters: [MatterID], limit: Int, in connection: ReadConnection
    ) throws -> [GivenReminder] {
        try rows("matter IN (\(list: matters.map { .text($0.rawValue) }))", limit: limit, in: connection)
    }

    /// All reminders, the youngest first.
    package static func reminders(limit: Int, in connection: ReadConnection) throws -> [GivenReminder] {
        try rows("1 = 1", limit: limit, in: connection)
    }

    private static func rows(_ condition: SQL, limit: Int, in connection: ReadConnection) throws -> [GivenReminder] {
        try connection.rows(
            """
            SELECT * FROM reminder WHERE \(condition) ORDER BY seq DESC, matter, clock, entry, extensions, step
            LIMIT \(limit)
            """
        ) { row in
            let content = try CanonicalValue(canonical: Array(try row.text("content").utf8))
            guard let reminder = Reminder(canonical: content) else {
                throw StorageError(.wrongColumnType, detail: "reminder.content")
            }
            return GivenReminder(
                matter: MatterID(rawValue: try row.text("matter")), reminder: reminder,
                sequence: try row.integer("seq"), given: Instant(secondsSince1970: try row.integer("time") / 1_000))
        }
    }
}
