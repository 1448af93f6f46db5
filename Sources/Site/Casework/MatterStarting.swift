import Casework
import Records
import Standards
import Storage

/// Opens a matter of a procedure in its first state, now: as a new one by a person with a post, as one brought in by whoever sits at
/// the machine and has none.
struct MatterStarting {
    let book: RecordBook
    let procedure: String
    let title: String
    /// Why it is brought in, where it is.
    let reason: String
    /// What shows it, where it is brought in.
    let paper: String
    var facts: [String: FactValue] = [:]
    /// The day of the event from which a clock counts, where it is not today.
    var clockDays: [String: CivilDate] = [:]

    init(_ procedure: String, _ title: String, reason: String, paper: String, book: RecordBook) {
        self.book = book
        self.procedure = procedure
        self.title = title
        self.reason = reason
        self.paper = paper
    }

    /// The action, judged by what is on record now.
    ///
    /// - Throws: `MatterRefusal`, `RecordsError`, `CatalogError`.
    func action(_ matter: MatterID, by actor: Actor) async throws -> Action {
        let desk = MatterDesk(book)
        let today = desk.now.beijingDate
        let rules = try ProcedureBook(book.archive.catalog, only: [procedure]).procedure(procedure, on: today)
        var opening = MatterOpening(procedure: procedure, version: rules.version)
        opening.facts = facts
        let isBrought = actor.permissions.contains(CaseworkActions.bring)
        if isBrought {
            opening.origin = .imported
            opening.state = rules.initial
            opening.carried = rules.opening.compactMap { change in
                guard case .start(let clock) = change else { return nil }
                return CarriedClock(
                    clock: clock, origin: nil, started: desk.now, countsFrom: clockDays[clock] ?? today)
            }
        } else {
            opening.clockDays = clockDays
        }
        var order = MatterOrder(.opened(opening), of: matter, at: desk.now, after: nil)
        order.title = title
        if isBrought { order.backfill = Backfill(reason: reason, papers: [paper]) }
        return try await desk.prepare(order, by: actor)
    }
}
