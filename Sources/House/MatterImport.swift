import Casework
import Dossier
package import Records
import Standards
import Storage

/// Brings in matters that were kept elsewhere: looked through first, then all of them or none.
package struct MatterImport: Sendable {
    /// What stands against a line.
    package struct Fault: Sendable {
        /// From 1.
        package let line: Int
        package let message: String
    }

    /// What the good lines put on record: each its matter, then the parties that come with it.
    package let actions: [Action]
    /// How many matters that are.
    package let count: Int
    package let faults: [Fault]

    /// Looks through a file.
    ///
    /// - Parameter text: one JSON object a line; empty lines are passed over.
    package init(_ text: String, into bureau: Bureau) async throws {
        let book = bureau.book
        let desk = MatterDesk(book)
        let procedures = try ProcedureBook(book.archive.catalog)
        var actions: [Action] = []
        var count = 0
        var faults: [Fault] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            do {
                let read = try MatterLine.read(line)
                let order = try await book.database.read {
                    try read.order(as: desk.mintedID(), procedures, in: $0)
                }
                let files = CaseFileDesk(book)
                let parties = try read.parties { files.mintedID() }
                actions.append(try await desk.prepare(order, by: Capabilities.localOperator))
                count += 1
                actions += parties.map { files.bringing($0, with: order.matter, by: Capabilities.localOperator) }
            } catch let fault as MatterLineFault {
                faults.append(Fault(line: index + 1, message: fault.message))
            } catch {
                faults.append(Fault(line: index + 1, message: ErrorMessage.text(error)))
            }
        }
        self.actions = actions
        self.count = count
        self.faults = faults
    }
}
