package import Ledger
package import Records
import Standards
package import Storage

/// Plans, sheets, reports and their review; what is issued becomes readings.
package struct ManualProjection: Projection {
    package init() {}

    package let name = "manual"
    package let version = 1

    package var definitions: [Definition] { Self.planTables + Self.resultTables }

    private static let planTables: [Definition] = [
        .table(
            "manual_plan",
            """
            (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, year INTEGER NOT NULL, basis TEXT NOT NULL,
            form TEXT NOT NULL, contractor TEXT NOT NULL, certificate TEXT NOT NULL, report_days INTEGER NOT NULL,
            seq INTEGER NOT NULL) STRICT, WITHOUT ROWID
            """),
        .table(
            "manual_line",
            """
            (plan TEXT NOT NULL, object TEXT NOT NULL, frequency TEXT NOT NULL, items TEXT NOT NULL,
            place INTEGER NOT NULL, PRIMARY KEY (plan, object, frequency)) STRICT, WITHOUT ROWID
            """),
        .table(
            "manual_excuse",
            """
            (seq INTEGER NOT NULL PRIMARY KEY, plan TEXT NOT NULL, object TEXT NOT NULL, frequency TEXT NOT NULL,
            due TEXT NOT NULL, reason TEXT NOT NULL, person TEXT NOT NULL) STRICT
            """),
        .table(
            "manual_upload",
            """
            (seq INTEGER NOT NULL PRIMARY KEY, plan TEXT NOT NULL, month TEXT NOT NULL, attachment TEXT NOT NULL,
            count INTEGER NOT NULL, receiver TEXT NOT NULL, receipt TEXT NOT NULL, date TEXT NOT NULL,
            person TEXT NOT NULL) STRICT
            """),
    ]

    private static let resultTables: [Definition] = [
        .table(
            "manual_sheet",
            """
            (id TEXT NOT NULL PRIMARY KEY, plan TEXT NOT NULL, object TEXT NOT NULL, frequency TEXT NOT NULL,
            due TEXT NOT NULL, sampled INTEGER NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL,
            entered INTEGER NOT NULL, actor TEXT NOT NULL, acting TEXT, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID
            """),
        .index("manual_sheet_plan", on: "manual_sheet (plan, object, frequency, due)"),
        .table(
            "manual_bottle",
            "(number TEXT NOT NULL, sheet TEXT NOT NULL, PRIMARY KEY (number, sheet)) STRICT, WITHOUT ROWID"),
        .table(
            "manual_report",
            """
            (id TEXT NOT NULL PRIMARY KEY, plan TEXT NOT NULL, laboratory TEXT NOT NULL, certificate TEXT NOT NULL,
            number TEXT NOT NULL, date TEXT NOT NULL, workbook TEXT NOT NULL, workbook_name TEXT NOT NULL,
            lines TEXT NOT NULL, first_row INTEGER NOT NULL, paper TEXT NOT NULL, paper_name TEXT NOT NULL,
            corrects TEXT, state TEXT NOT NULL, recorded INTEGER NOT NULL, actor TEXT NOT NULL, acting TEXT,
            seq INTEGER NOT NULL) STRICT, WITHOUT ROWID
            """),
        .table(
            "manual_result",
            """
            (report TEXT NOT NULL, line INTEGER NOT NULL, sample TEXT NOT NULL, item TEXT NOT NULL, kind TEXT NOT NULL,
            value TEXT NOT NULL, below INTEGER NOT NULL, detection TEXT, method TEXT NOT NULL,
            PRIMARY KEY (report, line)) STRICT, WITHOUT ROWID
            """),
        .table(
            "manual_review",
            """
            (seq INTEGER NOT NULL PRIMARY KEY, subject TEXT NOT NULL, step TEXT NOT NULL, note TEXT NOT NULL,
            reviewer TEXT NOT NULL, actor TEXT NOT NULL, acting TEXT, decided INTEGER NOT NULL) STRICT
            """),
    ]

    package func apply(_ record: LedgerRecord, to connection: WriteConnection, from archive: Archive) throws {
        if let step = ManualReviewActions.step(of: record.action) {
            try insert(step, record, into: connection)
            if step == .returned { try giveBack(record.subject, in: connection) }
            if step == .issued { try issue(record, in: connection, from: archive) }
            return
        }
        switch record.action {
        case ManualActions.planned: try insertPlan(record, into: connection)
        case ManualActions.excused: try insertExcuse(record, into: connection)
        case ManualActions.sampled: try insertSheet(record, into: connection)
        case ManualActions.voided: try void(record.subject, in: connection)
        case ManualActions.uploaded: try insertUpload(record, into: connection)
        case LaboratoryActions.reported: try insertReport(record, into: connection)
        default: break
        }
    }

    private func insertPlan(_ record: LedgerRecord, into connection: WriteConnection) throws {
        guard let plan = ManualPlan(id: record.subject, body: record.body) else { return }
        try connection.execute("DELETE FROM manual_plan WHERE id = \(plan.id)")
        try connection.execute("DELETE FROM manual_line WHERE plan = \(plan.id)")
        try connection.execute(
            """
            INSERT INTO manual_plan (id, name, year, basis, form, contractor, certificate, report_days, seq) VALUES
            (\(plan.id), \(plan.name), \(plan.year), \(plan.basis), \(plan.form), \(plan.contractor.name),
            \(plan.contractor.certificate), \(plan.contractor.reportDays), \(record.sequence))
            """)
        for (place, line) in plan.lines.enumerated() {
            try connection.execute(
                """
                INSERT INTO manual_line (plan, object, frequency, items, place) VALUES
                (\(plan.id), \(line.object), \(line.frequency), \(line.items.joined(separator: " ")), \(place))
                """)
        }
    }

    private func insertExcuse(_ record: LedgerRecord, into connection: WriteConnection) throws {
        guard let task = ManualTaskID(body: record.body) else { return }
        try connection.execute(
            """
            INSERT INTO manual_excuse (seq, plan, object, frequency, due, reason, person) VALUES
            (\(record.sequence), \(task.plan), \(task.object), \(task.frequency), \(task.window.description),
            \(record.body["reason"]?.text ?? ""), \(record.body["person"]?.text ?? ""))
            """)
    }

    private func insertSheet(_ record: LedgerRecord, into connection: WriteConnection) throws {
        guard let sheet = ManualSheet(id: record.subject, body: record.body) else { return }
        let body = String(decoding: try record.body.bytes(), as: UTF8.self)
        try connection.execute(
            """
            INSERT INTO manual_sheet
            (id, plan, object, frequency, due, sampled, body, state, entered, actor, acting, seq) VALUES
            (\(sheet.id), \(sheet.task.plan), \(sheet.task.object), \(sheet.task.frequency),
            \(sheet.task.window.description), \(sheet.sampled.secondsSince1970), \(body), 'standing', 0,
            \(record.actor), \(record.body[Action.actingFor]?.text), \(record.sequence))
            """)
        for number in sheet.bottles.all {
            try connection.execute("INSERT INTO manual_bottle (number, sheet) VALUES (\(number), \(sheet.id))")
        }
    }

    private func void(_ sheet: String, in connection: WriteConnection) throws {
        try connection.execute("UPDATE manual_sheet SET state = 'voided' WHERE id = \(sheet)")
    }

    private func insertUpload(_ record: LedgerRecord, into connection: WriteConnection) throws {
        let body = record.body
        try connection.execute(
            """
            INSERT INTO manual_upload (seq, plan, month, attachment, count, receiver, receipt, date, person) VALUES
            (\(record.sequence), \(record.subject), \(body["month"]?.text ?? ""), \(body["attachment"]?.text ?? ""),
            \(body["count"]?.integer ?? 0), \(body["receiver"]?.text ?? ""), \(body["receipt"]?.text ?? ""),
            \(body["date"]?.text ?? ""), \(body["person"]?.text ?? ""))
            """)
    }

    private func insertReport(_ record: LedgerRecord, into connection: WriteConnection) throws {
        let body = record.body
        func text(_ field: String) -> String { body[field]?.text ?? "" }
        try connection.execute(
            """
            INSERT INTO manual_report
            (id, plan, laboratory, certificate, number, date, workbook, workbook_name, lines, first_row, paper,
            paper_name, corrects, state, recorded, actor, acting, seq) VALUES
            (\(record.subject), \(text("plan")), \(text("laboratory")), \(text("certificate")), \(text("number")),
            \(text("date")), \(text("attachment")), \(text("file")), \(text("table")),
            \(body["firstRow"]?.integer ?? 1), \(text("paper")), \(text("paperName")), \(body["corrects"]?.text),
            'reviewing', \(record.timeMilliseconds), \(record.actor), \(body[Action.actingFor]?.text),
            \(record.sequence))
            """)
        for row in LaboratoryRow.rows(in: body) {
            try connection.execute(
                """
                INSERT INTO manual_result (report, line, sample, item, kind, value, below, detection, method) VALUES
                (\(record.subject), \(row.line), \(row.sample), \(row.item), \(row.kind.rawValue),
                \(row.value.description), \(row.isBelowDetection), \(row.limit?.description), \(row.method))
                """)
        }
    }

    private func insert(
        _ step: ManualReviewStep.Kind, _ record: LedgerRecord, into connection: WriteConnection
    ) throws {
        let body = record.body
        try connection.execute(
            """
            INSERT INTO manual_review (seq, subject, step, note, reviewer, actor, acting, decided) VALUES
            (\(record.sequence), \(record.subject), \(step.rawValue), \(body["note"]?.text ?? ""),
            \(body["reviewer"]?.text ?? ""), \(record.actor), \(body[Action.actingFor]?.text),
            \(record.timeMilliseconds))
            """)
    }

    /// A report stands no longer; of a sheet the task is open again.
    private func giveBack(_ subject: String, in connection: WriteConnection) throws {
        try connection.execute("UPDATE manual_report SET state = 'returned' WHERE id = \(subject)")
        try void(subject, in: connection)
    }

    /// What was issued counts from now on, in the series of its points.
    private func issue(_ record: LedgerRecord, in connection: WriteConnection, from archive: Archive) throws {
        let series = try ManualSeries(issuing: record.subject, at: record.timeMilliseconds, in: connection.reading)
        try ReadingProjection.insertSamples(series.readings, into: connection)
        try connection.execute("UPDATE manual_report SET state = 'issued' WHERE id = \(record.subject)")
        if let corrected = series.corrected {
            try connection.execute("UPDATE manual_report SET state = 'superseded' WHERE id = \(corrected)")
        }
        for sheet in series.entered {
            try connection.execute("UPDATE manual_sheet SET entered = 1 WHERE id = \(sheet)")
        }
        var changes = ReadingChanges()
        for reading in series.readings { changes.noteSample(of: reading.series.object, at: reading.start) }
        try AssessedValues.update(changes, in: connection, catalog: archive.catalog)
    }
}
