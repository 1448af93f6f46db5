import Ledger
package import Records
import Registry
import Standards
package import Storage

/// Taking in supervision tickets; what is done about them are the records of their matters.
package enum TicketActions {
    static let received = "monitoring.ticket.received"
    private static let greatestTextLength = 2_000

    /// - Parameters:
    ///   - file: the stored bytes of the superior's export, named as the user knows it.
    package static func receive(
        _ ticket: SupervisionTicket, from file: AttachmentID, named fileName: String, by actor: Actor
    ) -> Action {
        var members = ticket.canonical.members ?? [:]
        members["attachment"] = .string(file.rawValue)
        members["file"] = .string(fileName)
        return Action(actor: actor, name: received, subject: ticket.number, body: .object(members))
    }

    static let kinds: [ActionKind] = [
        ActionKind(
            name: received, word: "接收电子督办单", effect: .none, permission: ImportActions.importFiles,
            checkingAt: check)
    ]

    private static func check(_ action: Action, _ connection: ReadConnection, _ milliseconds: Int64) throws {
        let today = Instant(secondsSince1970: milliseconds / 1_000).beijingDate
        guard !action.subject.isEmpty, action.subject.count <= ReviewActions.greatestNameLength else {
            throw RecordsError(.invalid, field: "number", detail: action.subject)
        }
        guard let ticket = SupervisionTicket(action.body, number: action.subject) else {
            throw RecordsError(.invalid, field: "ticket", detail: action.subject)
        }
        guard try TicketStore.ticket(ticket.number, in: connection) == nil else {
            throw RecordsError(.invalid, field: "number", detail: ticket.number)
        }
        guard let outlet = try RegistryStore.object(ticket.outlet, in: connection), outlet.kind == .outlet else {
            throw RecordsError(.unknownSubject, field: "outlet", detail: ticket.outlet)
        }
        guard ticket.from < ticket.to else { throw RecordsError(.invalid, field: "from", detail: ticket.number) }
        guard ticket.issued <= today, ticket.issued <= ticket.due else {
            throw RecordsError(.invalid, field: "issued", detail: ticket.issued.description)
        }
        guard MintedID.isID(ticket.matter) else { throw RecordsError(.invalid, field: "matter", detail: ticket.matter) }
        try ReviewCheck.text(action.body, "text", upTo: greatestTextLength)
    }
}
