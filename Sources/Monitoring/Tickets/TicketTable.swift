package import Catalog
import Registry
package import Standards
package import Storage

/// The tickets of a file of the superior's platform, before they are on record.
package struct TicketTable: Sendable {
    static let form = "tickets"

    /// A ticket as the file has it.
    package struct Row: Sendable {
        package let number: String
        package let kind: SupervisionTicket.Kind
        package let outlet: String
        package let outletName: String
        package let enterprise: String
        package let item: String
        package let from: Instant
        package let to: Instant
        package let text: String
        package let issued: CivilDate
        /// Nil where the ticket names none.
        package let due: CivilDate?
        package let issuer: String
        package let line: Int
    }

    package private(set) var rows: [Row] = []
    /// Rows of tickets that are on record already.
    package private(set) var known = 0
    package private(set) var refused: [RowFault] = []
    /// How many workdays a ticket has that names no last day.
    package let workdays: Int?

    /// - Throws: `SourceImportError` where the file has no head of the form, `DocumentError`, `CatalogError`.
    package init(_ bytes: [UInt8], on today: CivilDate, catalog: RuleCatalog, in connection: ReadConnection) throws {
        let form = try TableForm(Self.form, catalog, on: today)
        workdays = form.workdays
        let outlets = try OutletNames(in: connection)
        var numbers: Set<String> = []
        for row in try FormTable(bytes, form).rows {
            do throws(FormRowFault) {
                let read = try Self.read(row, outlets, today)
                guard numbers.insert(read.number).inserted else {
                    throw row.fault("number", "的“\(read.number)”在文件中出现了两次")
                }
                rows.append(read)
            } catch { refused.append(RowFault(line: row.line, message: error.message)) }
        }
        let stored = Set(try TicketStore.tickets(in: connection).map(\.number))
        known = rows.count { stored.contains($0.number) }
        rows.removeAll { stored.contains($0.number) }
    }

    private static func read(_ row: FormRow, _ outlets: OutletNames, _ today: CivilDate) throws(FormRowFault) -> Row {
        if let fault = row.fault { throw FormRowFault(fault) }
        let number = try row.needed("number")
        guard number.count <= ReviewActions.greatestNameLength else { throw row.fault("number", "太长") }
        let outlet = try outlets.outlet(row)
        let (from, to) = (try row.moment("from"), try row.moment("to"))
        guard from < to else { throw row.fault("to", "不晚于开始时间") }
        let issued = try row.day("issued")
        guard issued <= today else { throw row.fault("issued", "的“\(row["issued"])”晚于今天") }
        let due = row["due"].isEmpty ? nil : try row.day("due")
        if let due, due < issued { throw row.fault("due", "早于下发时间") }
        return Row(
            number: number, kind: SupervisionTicket.Kind(rawValue: try row.meaning("kind")) ?? .anomaly,
            outlet: outlet.id, outletName: outlet.name, enterprise: outlet.text("enterprise"), item: row["item"],
            from: from, to: to, text: try row.needed("text"), issued: issued, due: due,
            issuer: try row.needed("issuer"), line: row.line)
    }
}
