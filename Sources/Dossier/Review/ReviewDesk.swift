package import Accounts
package import Casework
package import Catalog
package import Standards
package import Storage

/// The queue of legal review (法制审核) and how far it covers decisions. All of it is derived from histories.
package struct ReviewDesk: Sendable {
    /// A matter that waits for review.
    package struct Waiting: Sendable {
        package let row: MatterRow
        package let procedure: String
        /// The day on which it came into its present state.
        package let since: CivilDate
        /// What runs meanwhile, the one that ends first in front.
        package let clocks: [RunningClock]
        /// Whether it was reviewed before and evidence was taken in since: the new evidence has to be reviewed too.
        package let isAgain: Bool
        /// The pieces of evidence taken in since the last review, by number.
        package let freshEvidence: [Int]
        /// How many opinions of counsel are in its file.
        package let opinionCount: Int
    }

    /// A decided matter, in the denominator of the coverage; in its numerator where it was reviewed.
    package struct Decided: Sendable {
        package let row: MatterRow
        /// The day of the decision.
        package let day: CivilDate
        package let isReviewed: Bool
    }

    /// The longest first.
    package let waiting: [Waiting]
    /// Matters with a decision in the period, the youngest first.
    package let decided: [Decided]

    /// So many matters are looked through, the youngest first.
    package static let greatestLooked = 1_000

    /// - Parameter period: the days of the decisions that are counted.
    /// - Throws: `CatalogError`, `StorageError`.
    package init(
        decidedIn period: ClosedRange<CivilDate>, catalog: RuleCatalog, now: Instant, connection: ReadConnection
    ) throws {
        let rows = try MatterStore.matters(
            MatterStore.Query(), limit: Self.greatestLooked, offset: 0, in: connection)
        let book = try ProcedureBook(catalog, only: Set(rows.map(\.procedure)))
        let engine = ProcedureEngine(book: book, calendar: try WorkCalendar(catalog))
        var waiting: [Waiting] = []
        var decided: [Decided] = []
        for row in rows {
            guard let procedure = try book.versions(of: row.procedure).first(where: { $0.version == row.version })
            else {
                continue
            }
            let reviews = procedure.actions.filter { $0.part == .reviewer }
            guard !reviews.isEmpty else { continue }
            let history = try MatterStore.history(of: row.id, in: connection)
            let matter = try engine.matter(history.map(\.entry), now: now)
            let done = matter.steps.filter { !$0.isUndone }
            let names = Set(reviews.map(\.name))
            if let decision = done.last(where: { Self.decides($0.action, procedure) }), period.contains(decision.day) {
                decided.append(
                    Decided(row: row, day: decision.day, isReviewed: done.contains { names.contains($0.action) }))
            }
            if !row.standing.isEnded, reviews.contains(where: { $0.from.contains(row.standing.state) }) {
                waiting.append(try Self.waiting(row, matter, history, names, in: connection))
            }
        }
        self.waiting = waiting.sorted { ($0.since, $0.row.sequence) < ($1.since, $1.row.sequence) }
        self.decided = decided
    }

    /// Whether a step is the decision: it states the fine that is imposed.
    private static func decides(_ action: String, _ procedure: Procedure) -> Bool {
        procedure.action(action)?.form.contains(CaseFile.fineFact) == true
    }

    private static func waiting(
        _ row: MatterRow, _ matter: Matter, _ history: [StoredMatterEntry], _ reviews: Set<String>,
        in connection: ReadConnection
    ) throws -> Waiting {
        // The last entry that led into the present state.
        var since = row.opened.beijingDate
        var before = ""
        for stored in history {
            if stored.standing.state == row.standing.state, before != row.standing.state { since = stored.entry.day }
            before = stored.standing.state
        }
        let reviewed = matter.steps.last { reviews.contains($0.action) }
        let record = history.first { $0.entry.number == reviewed?.entry }?.sequence
        let entries = try CaseEntryStore.entries(of: row.id, in: connection)
        let fold = CaseFold(entries)
        let fresh = record.map { last in fold.evidence.filter { $0.sequence > last }.map(\.number) } ?? []
        let clocks = matter.clocks.filter { $0.run.stopped == nil }
            .sorted { $0.deadline.earliest < $1.deadline.earliest }
        return Waiting(
            row: row, procedure: matter.procedure.header.title, since: since, clocks: clocks,
            isAgain: reviewed != nil, freshEvidence: fresh, opinionCount: fold.opinions.count)
    }

    /// Whether somebody holds the licence that whoever reviews for the first time needs (行政处罚法第58条第2款).
    package static func isQualified(_ person: Person, on day: CivilDate) -> Bool {
        person.certificates.contains { $0.kind == .legal && $0.isValid(on: day) }
    }
}
