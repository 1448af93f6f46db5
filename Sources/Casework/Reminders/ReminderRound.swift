import Catalog
package import Records
import Standards
import Storage

/// Looks through all matters and reminds of what is due.
///
/// It remembers only which matters it need not look at again before their next entry or the next hour. A process that
/// starts anew looks at all of them and finds what the last one left: nothing is lost, and what was given is on record.
package actor ReminderRound {
    private static let pageSize = 200

    private let book: RecordBook
    private var seen: [MatterID: Seen] = [:]
    private var engine: ProcedureEngine?
    /// The rules and the calendar are read again when the day changes.
    private var engineDay: CivilDate?

    /// What was looked at, and when.
    private struct Seen {
        let sequence: Int64
        let hour: Int64
        let pace: Pace
    }

    /// What makes it look at a matter again without a new entry.
    private enum Pace {
        /// A clock of hours goes on: every round.
        case everyRound
        /// A clock of days goes on: every hour, since a round never meets midnight.
        case hourly
        /// No clock goes on.
        case never

        init(_ matter: Matter) {
            let going = matter.clocks.filter { clock in
                if case .stopped = clock.status { false } else { true }
            }
            self = going.isEmpty ? .never : going.contains { $0.deadline.moment != nil } ? .everyRound : .hourly
        }
    }

    /// A round over the matters of a bureau.
    package init(_ book: RecordBook) { self.book = book }

    /// Gives every reminder that is due and was not given.
    ///
    /// - Returns: how many were given.
    @discardableResult
    package func run() async throws -> Int {
        let now = Instant(secondsSince1970: book.clock() / 1_000)
        let engine = try engine(on: now.beijingDate)
        var (given, offset) = (0, 0)
        while true {
            let start = offset
            let rows = try await book.database.read { connection in
                try MatterStore.matters(MatterStore.Query(), limit: Self.pageSize, offset: start, in: connection)
            }
            for row in rows where needsLook(row, now) { given += try await look(row, now, engine) }
            guard rows.count == Self.pageSize else { return given }
            offset += Self.pageSize
            try Task.checkCancellation()
        }
    }

    private func engine(on day: CivilDate) throws -> ProcedureEngine {
        if let engine, engineDay == day { return engine }
        let catalog = book.archive.catalog
        let made = ProcedureEngine(book: try ProcedureBook(catalog), calendar: try WorkCalendar(catalog))
        (engine, engineDay) = (made, day)
        return made
    }

    private func needsLook(_ row: MatterRow, _ now: Instant) -> Bool {
        guard let last = seen[row.id], last.sequence == row.sequence else { return true }
        return switch last.pace {
        case .everyRound: true
        case .hourly: last.hour != Self.hour(now)
        case .never: false
        }
    }

    private func look(_ row: MatterRow, _ now: Instant, _ engine: ProcedureEngine) async throws -> Int {
        let id = row.id
        let (history, before) = try await book.database.read { connection in
            (
                try MatterStore.history(of: id, in: connection).map(\.entry),
                try ReminderStore.keys(of: id, in: connection)
            )
        }
        // A matter whose procedure is gone from the catalog says so on its own page; the others are reminded of all the same.
        guard let matter = try? engine.matter(history, now: now) else { return 0 }
        let due = matter.reminders.filter { !before.contains($0.key) }
        if !due.isEmpty { try await give(due, of: id) }
        seen[id] = Seen(sequence: row.sequence, hour: Self.hour(now), pace: Pace(matter))
        return due.count
    }

    private func give(_ reminders: [Reminder], of matter: MatterID) async throws {
        do {
            try await book.record(ReminderActions.give(reminders, of: matter))
        } catch let error as RecordsError where error.code == .superseded {
            // Another server of the same bureau gave it meanwhile.
        }
    }

    private static func hour(_ moment: Instant) -> Int64 { moment.secondsSince1970 / 3_600 }
}
