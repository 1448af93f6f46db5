import Ledger
package import Standards
package import Storage

/// Questions about records of maintenance, calibration and quality checks.
package enum ServiceStore {
    /// The records of some objects whose time touches a span, those taken back among them, the newest first.
    package static func records(
        of objects: [String], from start: Instant, to end: Instant, in connection: ReadConnection
    ) throws -> [ServiceRecord] {
        guard !objects.isEmpty else { return [] }
        return try records(
            where: """
                object IN (\(list: objects.map { .text($0) })) AND finish > \(start.secondsSince1970)
                AND start < \(end.secondsSince1970)
                """, in: connection)
    }

    /// The record of an object that bears a number and stands; nil for none.
    package static func record(
        _ number: String, of object: String, in connection: ReadConnection
    ) throws -> ServiceRecord? {
        try records(where: "object = \(object) AND number = \(number) AND withdrawn IS NULL", in: connection).first
    }

    /// By the record that holds it; nil for none.
    package static func record(at sequence: Int64, in connection: ReadConnection) throws -> ServiceRecord? {
        try records(where: "seq = \(sequence)", in: connection).first
    }

    /// A check of zero or span out of a record's body; nil where it is none.
    static func check(_ value: CanonicalValue) -> ServiceActions.Check? {
        guard let item = value["item"]?.text, !item.isEmpty,
            let kind = value["kind"]?.text.flatMap(CheckDrift.Kind.init(rawValue:)),
            let error = value["error"]?.text.flatMap({ ExactDecimal($0) })
        else { return nil }
        return ServiceActions.Check(item: item, kind: kind, error: error)
    }

    private static func records(where condition: SQL, in connection: ReadConnection) throws -> [ServiceRecord] {
        let items = try grouped(
            "SELECT seq, item FROM service_item WHERE seq IN (SELECT seq FROM service_record WHERE " + condition
                + ") ORDER BY seq, item", in: connection
        ) { try $0.text("item") }
        let checks = try grouped(
            "SELECT seq, item, kind, error FROM service_check WHERE seq IN (SELECT seq FROM service_record WHERE "
                + condition + ") ORDER BY seq, position", in: connection
        ) { row in
            ServiceActions.Check(
                item: try row.text("item"), kind: CheckDrift.Kind(rawValue: try row.text("kind")) ?? .zero,
                error: ExactDecimal(try row.text("error")) ?? 0)
        }
        return try connection.rows(
            """
            SELECT seq, object, number, work, start, finish, company, technician, note, attachment, entered_by, withdrawn
            FROM service_record WHERE
            """ + " " + condition + " ORDER BY start DESC, seq DESC"
        ) { row in
            let sequence = try row.integer("seq")
            let object = try row.text("object")
            let start = Instant(secondsSince1970: try row.integer("start"))
            let end = Instant(secondsSince1970: try row.integer("finish"))
            return ServiceRecord(
                object: object, number: try row.text("number"),
                work: ServiceRecord.Work(rawValue: try row.text("work")) ?? .maintenance, items: items[sequence] ?? [],
                span: Period(start: start, seconds: Int(start.seconds(until: end))), company: try row.text("company"),
                technician: try row.text("technician"), note: try row.text("note"),
                checks: (checks[sequence] ?? []).map {
                    CheckDrift(station: object, item: $0.item, moment: end, kind: $0.kind, error: $0.error)
                }, attachment: try row.optionalInteger("attachment"), enteredBy: try row.text("entered_by"),
                sequence: sequence, withdrawn: try row.optionalText("withdrawn"))
        }
    }

    private static func grouped<Value>(
        _ query: SQL, in connection: ReadConnection, _ value: (SQLRow) throws -> Value
    ) throws -> [Int64: [Value]] {
        var groups: [Int64: [Value]] = [:]
        for (sequence, value) in try connection.rows(query, { (try $0.integer("seq"), try value($0)) }) {
            groups[sequence, default: []].append(value)
        }
        return groups
    }
}
