import Casework
import Documents
import Dossier
import Monitoring
import Registry
import Standards
import Storage

/// Supervision tickets with how their matters stand.
struct TicketSheet {
    /// A ticket and its matter.
    struct Row {
        let ticket: SupervisionTicket
        let outletName: String
        let matter: Matter
        /// The names of the evidence in the matter's file.
        let evidence: [String]

        /// The clock of the superior's last day.
        var clock: RunningClock? { matter.clocks.first { $0.run.terms.name == "督办期限" } }

        func fact(_ name: String) -> String {
            if case .text(let text)? = matter.facts[name] { text } else { "" }
        }

        /// The day of the answer that stands; nil while there is none.
        var answered: CivilDate? { matter.steps.last { $0.action == "反馈" && !$0.isUndone }?.day }
    }

    let rows: [Row]

    init(in context: PageContext) throws {
        let engine = try context.casework.engine
        let connection = context.connection
        rows = try TicketStore.tickets(in: connection).compactMap { ticket in
            let id = MatterID(rawValue: ticket.matter)
            let history = try MatterStore.history(of: id, in: connection)
            if history.isEmpty { return nil }
            return Row(
                ticket: ticket, outletName: try RegistryStore.object(ticket.outlet, in: connection)?.name ?? "",
                matter: try engine.matter(history.map(\.entry), now: context.now),
                evidence: try EvidenceStore.items(of: id, in: connection).filter { $0.excluded == nil }.map(\.title))
        }
    }

    /// The tickets with their answers in the superior's form.
    func workbook(in context: PageContext) throws -> [UInt8] {
        let form = try TableForm("tickets", context.catalog, on: context.today)
        let head = Spreadsheet.Row(1, form.columns.map { .text($0.titles.first ?? $0.field, .head) })
        let lines = rows.enumerated().map { place, row in
            Spreadsheet.Row(place + 2, form.columns.map { .text(Self.text(of: $0.field, row, form)) })
        }
        var sheet = Spreadsheet.Sheet("电子督办单", [head] + lines)
        sheet.frozenRows = 1
        return try SpreadsheetWriter.write(Spreadsheet([sheet]))
    }

    private static func text(of field: String, _ row: Row, _ form: TableForm) -> String {
        let ticket = row.ticket
        return switch field {
        case "number": ticket.number
        case "kind": form.word(for: ticket.kind.rawValue, in: field)
        case "enterprise": ticket.enterprise
        case "outlet": ticket.outlet
        case "item": ticket.item
        case "from": ticket.from.minuteText
        case "to": ticket.to.minuteText
        case "text": ticket.text
        case "issued": ticket.issued.description
        case "due": ticket.due.description
        case "issuer": ticket.issuer
        case "cause": row.fact("原因")
        case "measures": row.fact("采取的措施")
        case "findings": row.fact("核实情况")
        case "answered": row.answered?.description ?? ""
        case "evidence": row.evidence.joined(separator: "；")
        case "state": row.matter.state
        default: ""
        }
    }
}
