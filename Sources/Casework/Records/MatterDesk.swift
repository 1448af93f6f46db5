import Catalog
package import Ledger
package import Records
package import Standards
import Storage

/// Where people open matters and act in them: judges what they want, puts it on record, and answers what stands in its way.
package struct MatterDesk: Sendable {
    private let book: RecordBook

    /// A desk of a bureau.
    package init(_ book: RecordBook) { self.book = book }

    /// The present moment.
    package var now: Instant { Instant(secondsSince1970: book.clock() / 1_000) }

    /// Opens a matter of a procedure, in the version in force on the day on which it happened.
    ///
    /// - Parameters:
    ///   - title: what it is called; it names no natural person.
    ///   - happened: nil for now; earlier with a `backfill`.
    ///   - otherFollows: the last record that the person saw of the matter from which it is split; nil otherwise.
    ///   - change: what else is known at the beginning.
    /// - Throws: `MatterRefusal`, `RecordsError`, `CatalogError`.
    package func open(
        _ procedure: String, title: String, happened: Instant? = nil, backfill: Backfill? = nil,
        otherFollows: Int64? = nil, by actor: Actor, change: (inout MatterOpening) -> Void = { _ in }
    ) async throws -> MatterID {
        let happened = happened ?? now
        let rules = try ProcedureBook(book.archive.catalog, only: [procedure])
        let version = try rules.procedure(procedure, on: happened.beijingDate).version
        var opening = MatterOpening(procedure: procedure, version: version)
        change(&opening)
        let matter = mintedID()
        var order = MatterOrder(.opened(opening), of: matter, at: happened, after: nil)
        order.title = title
        order.backfill = backfill
        order.otherFollows = otherFollows
        try await carryOut(order, by: actor)
        return matter
    }

    /// Puts an order on record.
    ///
    /// - Throws: `MatterRefusal` with article and day, and with what others did since where they did; `MatterConflict`;
    ///   `RecordsError`. Nothing has changed then.
    @discardableResult
    package func carryOut(_ order: MatterOrder, by actor: Actor) async throws -> LedgerRecord {
        try await book.record(prepare(order, by: actor))
    }

    /// The action that an order becomes, judged by what is on record now; it is judged again when it is put on record.
    ///
    /// - Throws: as `carryOut`.
    package func prepare(_ order: MatterOrder, by actor: Actor) async throws -> Action {
        let (catalog, now) = (book.archive.catalog, now)
        let (record, procedure) = try await book.database.read { connection in
            let judged = try MatterJudgement(connection: connection, catalog: catalog, now: now).judge(order, by: actor)
            let row = try MatterStore.matter(order.matter, in: connection)
            return (judged, row?.procedure)
        }
        var rules = [procedure].compactMap(\.self)
        if case .opened(let opening) = record.entry.act { rules = [opening.procedure] }
        return CaseworkActions.action(record, of: order.matter, rules: rules, by: actor)
    }

    /// A fresh id of a matter to be opened.
    package func mintedID() -> MatterID { MatterID(rawValue: MintedID.mint(at: book.clock())) }

    /// A matter as of now; nil when there is none.
    ///
    /// - Parameter sequence: as its history was after this record; nil for all of it.
    package func matter(_ id: MatterID, asOf sequence: Int64? = nil) async throws -> Matter? {
        let (catalog, now) = (book.archive.catalog, now)
        return try await book.database.read { connection in
            let history = try MatterStore.history(of: id, asOf: sequence, in: connection)
            guard !history.isEmpty, let row = try MatterStore.matter(id, in: connection) else { return nil }
            let engine = ProcedureEngine(
                book: try ProcedureBook(catalog, only: [row.procedure]), calendar: try WorkCalendar(catalog))
            return try engine.matter(history.map(\.entry), now: now)
        }
    }
}
