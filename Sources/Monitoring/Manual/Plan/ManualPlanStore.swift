package import Standards
package import Storage

/// Questions about plans.
package enum ManualPlanStore {
    /// A point that could not be sampled, with the reason.
    package struct Excuse: Sendable {
        package let task: ManualTaskID
        package let reason: String
        package let person: String
        package let sequence: Int64
    }

    /// What was sent to a superior.
    package struct Upload: Sendable {
        /// The first day of the month.
        package let month: CivilDate
        package let file: AttachmentID
        package let count: Int
        package let receiver: String
        package let receipt: String
        package let date: CivilDate
        package let person: String
        package let sequence: Int64
    }

    package static func plan(_ id: String, in connection: ReadConnection) throws -> ManualPlan? {
        try plans(where: "id = \(id)", in: connection).first
    }

    /// All plans, the latest year first.
    package static func plans(in connection: ReadConnection) throws -> [ManualPlan] {
        try plans(where: "1 = 1", in: connection)
    }

    /// The record that made the version of a plan that stands.
    package static func sequence(of plan: String, in connection: ReadConnection) throws -> Int64? {
        try connection.first("SELECT seq FROM manual_plan WHERE id = \(plan)") { try $0.integer("seq") }
    }

    private static func plans(where condition: SQL, in connection: ReadConnection) throws -> [ManualPlan] {
        let heads = try connection.rows(
            "SELECT id, name, year, basis, form, contractor, certificate, report_days FROM manual_plan WHERE "
                + condition + " ORDER BY year DESC, name, id"
        ) { row in
            ManualPlan(
                id: try row.text("id"), name: try row.text("name"), year: Int(try row.integer("year")),
                basis: try row.text("basis"), form: try row.text("form"),
                contractor: ManualPlan.Contractor(
                    name: try row.text("contractor"), certificate: try row.text("certificate"),
                    reportDays: Int(try row.integer("report_days"))), lines: [])
        }
        return try heads.map { head in
            ManualPlan(
                id: head.id, name: head.name, year: head.year, basis: head.basis, form: head.form,
                contractor: head.contractor, lines: try lines(of: head.id, in: connection))
        }
    }

    private static func lines(of plan: String, in connection: ReadConnection) throws -> [ManualPlan.Line] {
        try connection.rows(
            "SELECT object, frequency, items FROM manual_line WHERE plan = \(plan) ORDER BY place"
        ) { row in
            ManualPlan.Line(
                object: try row.text("object"), frequency: try row.text("frequency"),
                items: try row.text("items").split(separator: " ").map(String.init))
        }
    }

    /// By task; of several the last.
    package static func excuses(of plan: String, in connection: ReadConnection) throws -> [ManualTaskID: Excuse] {
        let all = try connection.rows(
            "SELECT object, frequency, due, reason, person, seq FROM manual_excuse WHERE plan = \(plan) ORDER BY seq"
        ) { row in
            Excuse(
                task: ManualTaskID(
                    plan: plan, object: try row.text("object"), frequency: try row.text("frequency"),
                    window: CivilDate(try row.text("due")) ?? .first),
                reason: try row.text("reason"), person: try row.text("person"), sequence: try row.integer("seq"))
        }
        return Dictionary(all.map { ($0.task, $0) }, uniquingKeysWith: { _, last in last })
    }

    /// What was sent of a plan, oldest first.
    package static func uploads(of plan: String, in connection: ReadConnection) throws -> [Upload] {
        try connection.rows(
            """
            SELECT month, attachment, count, receiver, receipt, date, person, seq FROM manual_upload
            WHERE plan = \(plan) ORDER BY seq
            """
        ) { row in
            Upload(
                month: CivilDate(try row.text("month") + "-01") ?? .first,
                file: AttachmentID(rawValue: try row.text("attachment")), count: Int(try row.integer("count")),
                receiver: try row.text("receiver"), receipt: try row.text("receipt"),
                date: CivilDate(try row.text("date")) ?? .first, person: try row.text("person"),
                sequence: try row.integer("seq"))
        }
    }
}
