import Ledger
import Standards
package import Storage

/// Questions about sampling sheets. Those that were taken out are not among them.
package enum ManualSheetStore {
    package static func sheet(_ id: String, in connection: ReadConnection) throws -> ManualSheet? {
        try sheets(where: "id = \(id)", in: connection).first
    }

    /// The sheet of a task; nil before it was sampled.
    package static func sheet(of task: ManualTaskID, in connection: ReadConnection) throws -> ManualSheet? {
        try sheets(
            where: """
                plan = \(task.plan) AND object = \(task.object) AND frequency = \(task.frequency)
                AND due = \(task.window.description)
                """, in: connection
        ).first
    }

    /// The sheet on which the number of a bottle stands, of any plan.
    package static func sheet(ofBottle number: String, in connection: ReadConnection) throws -> ManualSheet? {
        try sheets(
            where: "id IN (SELECT sheet FROM manual_bottle WHERE number = \(number))", in: connection
        ).first
    }

    /// The sheets of a plan, by time of sampling.
    package static func sheets(of plan: String, in connection: ReadConnection) throws -> [ManualSheet] {
        try sheets(where: "plan = \(plan)", in: connection)
    }

    /// The sheets whose values on the spot count.
    static func entered(of plan: String, in connection: ReadConnection) throws -> Set<String> {
        Set(
            try connection.rows("SELECT id FROM manual_sheet WHERE plan = \(plan) AND entered = 1") {
                try $0.text("id")
            })
    }

    /// Who put a sheet on record.
    static func people(of sheet: String, in connection: ReadConnection) throws -> Set<String> {
        try connection.first("SELECT actor, acting FROM manual_sheet WHERE id = \(sheet)") { row in
            Set([try row.text("actor"), try row.optionalText("acting")].compactMap(\.self))
        } ?? []
    }

    private static func sheets(where condition: SQL, in connection: ReadConnection) throws -> [ManualSheet] {
        try connection.rows(
            "SELECT id, body, seq FROM manual_sheet WHERE state = 'standing' AND " + condition + " ORDER BY sampled, id"
        ) { row in
            ManualSheet(
                id: try row.text("id"), body: try CanonicalValue(canonical: Array(try row.text("body").utf8)),
                sequence: try row.integer("seq"))
        }.compactMap(\.self)
    }
}
