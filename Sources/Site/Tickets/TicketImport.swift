import Casework
package import Monitoring
package import Records
import Standards
import Storage

/// Takes in supervision tickets of the superior's platform: each new one becomes a matter with its clock, all in one transaction.
package enum TicketImport {
    static let procedure = "E-SUPERVISION"

    /// What came of a file.
    package struct Outcome: Sendable {
        /// The numbers of the tickets that are new.
        package let received: [String]
        /// Rows of tickets that were on record already.
        package let known: Int
        package let refused: [RowFault]
    }

    /// - Throws: `SourceImportError` where the file has no head of the form, `DocumentError`, `CatalogError`, `MatterRefusal`,
    ///   `RecordsError`; then nothing has changed.
    package static func run(
        _ bytes: [UInt8], fileName: String, by actor: Actor, into book: RecordBook
    ) async throws -> Outcome {
        let catalog = book.archive.catalog
        let desk = MatterDesk(book)
        let today = desk.now.beijingDate
        let table = try await book.database.read { connection in
            try TicketTable(bytes, on: today, catalog: catalog, in: connection)
        }
        guard !table.rows.isEmpty else { return Outcome(received: [], known: table.known, refused: table.refused) }
        let calendar = try WorkCalendar(catalog)
        let file = try book.archive.attachments.store(bytes)
        var actions: [Action] = []
        for row in table.rows {
            let days = PeriodLength(table.workdays ?? 1, .working)
            let due = row.due ?? calendar.deadline(of: days, from: row.issued, roll: .none, paused: []).day
            let matter = desk.mintedID()
            let ticket = SupervisionTicket(
                number: row.number, kind: row.kind, outlet: row.outlet, enterprise: row.enterprise, item: row.item,
                from: row.from, to: row.to, text: row.text, issued: row.issued, due: due, namesDue: row.due != nil,
                issuer: row.issuer, matter: matter.rawValue, line: row.line)
            var starting = MatterStarting(
                procedure, "电子督办单 \(row.number)：\(row.enterprise) \(row.outletName) \(row.kind.word)", reason: "上级平台下发",
                paper: fileName, book: book)
            starting.facts = [
                "督办单号": .text(row.number), "督办类型": .text(row.kind.word),
                "排放口": .text("\(row.enterprise) \(row.outletName)（\(row.outlet)）"), "督办内容": .text(row.text),
            ]
            // The clock is one day long, so that it ends on the day that the ticket names.
            starting.clockDays = ["督办期限": due.adding(days: -1)]
            actions.append(try await starting.action(matter, by: actor))
            actions.append(TicketActions.receive(ticket, from: file, named: fileName, by: actor))
        }
        try await book.record(actions)
        return Outcome(received: table.rows.map(\.number), known: table.known, refused: table.refused)
    }
}
