import Ledger
import Standards
package import Storage

/// Questions about supervision tickets.
package enum TicketStore {
    /// A ticket by its number; nil when there is none.
    package static func ticket(_ number: String, in connection: ReadConnection) throws -> SupervisionTicket? {
        try tickets(where: "number = \(number)", in: connection).first
    }

    /// All tickets, the last received first.
    package static func tickets(in connection: ReadConnection) throws -> [SupervisionTicket] {
        try tickets(where: "1 = 1", in: connection)
    }

    private static func tickets(where condition: SQL, in connection: ReadConnection) throws -> [SupervisionTicket] {
        try connection.rows(
            "SELECT number, content FROM supervision_ticket WHERE " + condition + " ORDER BY seq DESC"
        ) { row in
            SupervisionTicket(
                try CanonicalValue(canonical: Array(try row.text("content").utf8)), number: try row.text("number"))
        }.compactMap { $0 }
    }
}
