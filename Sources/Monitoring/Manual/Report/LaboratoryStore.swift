import Standards
package import Storage

/// Questions about laboratories' reports.
package enum LaboratoryStore {
    package static func report(_ id: String, in connection: ReadConnection) throws -> LaboratoryReport? {
        try reports(where: "id = \(id)", in: connection).first
    }

    /// The report that a record of the ledger brought; nil for another record.
    package static func report(record sequence: Int64, in connection: ReadConnection) throws -> LaboratoryReport? {
        try reports(where: "seq = \(sequence)", in: connection).first
    }

    /// The reports of a plan, by record.
    package static func reports(of plan: String, in connection: ReadConnection) throws -> [LaboratoryReport] {
        try reports(where: "plan = \(plan)", in: connection)
    }

    private static func reports(where condition: SQL, in connection: ReadConnection) throws -> [LaboratoryReport] {
        try connection.rows(
            """
            SELECT id, plan, laboratory, certificate, number, date, workbook, workbook_name, lines, first_row, paper,
            paper_name, corrects, state, recorded, seq FROM manual_report WHERE
            """ + " " + condition + " ORDER BY seq"
        ) { row in
            LaboratoryReport(
                id: try row.text("id"), plan: try row.text("plan"),
                head: LaboratoryReport.Head(
                    laboratory: try row.text("laboratory"), certificate: try row.text("certificate"),
                    number: try row.text("number"), date: CivilDate(try row.text("date")) ?? .first),
                files: LaboratoryReport.Files(
                    workbook: AttachmentID(rawValue: try row.text("workbook")),
                    workbookName: try row.text("workbook_name"), lines: AttachmentID(rawValue: try row.text("lines")),
                    firstRow: Int(try row.integer("first_row")), paper: AttachmentID(rawValue: try row.text("paper")),
                    paperName: try row.text("paper_name")),
                corrects: try row.optionalText("corrects"),
                state: LaboratoryReport.State(rawValue: try row.text("state")) ?? .reviewing,
                recordedMilliseconds: try row.integer("recorded"), sequence: try row.integer("seq"))
        }
    }

    /// The rows of a report by line.
    package static func rows(of report: String, in connection: ReadConnection) throws -> [LaboratoryRow] {
        try rows(where: "report = \(report)", in: connection).map(\.row)
    }

    /// The rows of all reports of a plan that are under review or issued.
    package static func standing(
        of plan: String, in connection: ReadConnection
    ) throws -> [(report: String, row: LaboratoryRow)] {
        try rows(
            where: """
                report IN (SELECT id FROM manual_report WHERE plan = \(plan) AND state IN ('reviewing', 'issued'))
                """, in: connection)
    }

    /// Who brought a report.
    static func people(of report: String, in connection: ReadConnection) throws -> Set<String> {
        try connection.first("SELECT actor, acting FROM manual_report WHERE id = \(report)") { row in
            Set([try row.text("actor"), try row.optionalText("acting")].compactMap(\.self))
        } ?? []
    }

    private static func rows(
        where condition: SQL, in connection: ReadConnection
    ) throws -> [(report: String, row: LaboratoryRow)] {
        try connection.rows(
            "SELECT report, line, sample, item, kind, value, below, detection, method FROM manual_result WHERE "
                + condition + " ORDER BY report, line"
        ) { row in
            (
                try row.text("report"),
                LaboratoryRow(
                    line: Int(try row.integer("line")), sample: try row.text("sample"), item: try row.text("item"),
                    kind: LaboratoryRow.Kind(rawValue: try row.text("kind")) ?? .sample,
                    value: ExactDecimal(try row.text("value")) ?? .zero,
                    isBelowDetection: try row.integer("below") == 1,
                    limit: try row.optionalText("detection").flatMap { ExactDecimal($0) },
                    method: try row.text("method"))
            )
        }
    }
}
