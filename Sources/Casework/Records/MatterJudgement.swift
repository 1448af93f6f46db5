import Accounts
import Catalog
import Ledger
import Records
import Standards
import Storage

/// What becomes of an order by the rules of the moment: the record that stands for it, or what stands in its way.
///
/// It is made once when somebody asks and again inside the transaction that writes, over the history as it is then. Both must
/// say the same to the byte; so nothing in a record rests on the word of whoever prepared it.
struct MatterJudgement {
    let connection: ReadConnection
    let catalog: RuleCatalog
    let now: Instant

    /// Longer texts are no reasons, opinions or facts.
    static let greatestTextLength = 4_000
    /// Longer titles are no titles.
    static let greatestTitleLength = 200

    /// - Parameter milliseconds: the moment of the record since 1970-01-01T00:00:00Z.
    /// - Throws: `MatterRefusal` of the engine, `MatterConflict`, `RecordsError`.
    static func check(
        _ action: Action, _ conditions: [StepCondition], _ connection: ReadConnection, _ milliseconds: Int64,
        _ catalog: RuleCatalog
    ) throws {
        let now = Instant(secondsSince1970: milliseconds / 1_000)
        guard let said = MatterRecord(action.body, recorded: now),
            action.name == CaseworkActions.name(of: said.entry.act, by: action.actor)
        else { throw RecordsError(.invalid, field: "body", detail: "") }
        let matter = MatterID(rawValue: action.subject)
        let judgement = MatterJudgement(connection: connection, catalog: catalog, now: now)
        let found = try judgement.judge(MatterOrder(said, of: matter), by: action.actor)
        // Who claims another post, unit, number or state than the rules give is refused by name.
        let (given, due) = (action.body.members ?? [:], found.body.members ?? [:])
        let wrong = Set(given.keys).union(due.keys).sorted().first { given[$0] != due[$0] }
        if let wrong { throw RecordsError(.invalid, field: wrong, detail: "") }
        try judgement.ask(conditions, of: said.entry, in: matter)
    }

    /// What other rooms ask of a step.
    private func ask(_ conditions: [StepCondition], of entry: MatterEntry, in matter: MatterID) throws {
        guard !conditions.isEmpty, case .step(let step) = entry.act,
            let row = try MatterStore.matter(matter, in: connection),
            let procedure = try ProcedureBook(catalog, only: [row.procedure]).versions(of: row.procedure)
                .last(where: { $0.version == row.version })
        else { return }
        let question = StepCondition.Question(
            matter: matter, procedure: procedure, step: step, day: entry.day, now: now,
            isBackfill: entry.backfill != nil)
        for condition in conditions { try condition.check(question, catalog, connection) }
    }

    /// - Returns: the record that stands for the order.
    func judge(_ order: MatterOrder, by actor: Actor) throws -> MatterRecord {
        let acting = try acting(order.act, actor)
        let history = try MatterStore.history(of: order.matter, in: connection)
        try checkSubject(order, history)
        try checkTexts(order)
        let other = try otherMatter(order.act)
        let ids = [order.act.procedure, procedure(of: history), other.flatMap { procedure(of: $0.history) }]
        let engine = try engine(for: Set(ids.compactMap(\.self)))
        let act = try withClocks(order.act, of: other, by: engine)
        let attempt = MatterAttempt(
            act, by: acting, at: order.happened, seen: try seen(order.follows, history), backfill: order.backfill)
        let entries = history.map(\.entry)
        let entry = try engine.admit(attempt, to: entries, now: now)
        try NamedPeople(connection: connection, isBackfill: order.backfill != nil).check(act)
        try checkParts(entry, entries, engine)
        let standing = MatterStanding(try engine.matter(entries + [entry], now: now))
        return MatterRecord(
            follows: history.last?.sequence, title: order.title, entry: entry, standing: standing,
            counterpart: try other.map { try counterpart(in: $0, of: order, attempt, engine) })
    }

    /// Who acts: by account and post, but of what is brought in from elsewhere, which nobody here did.
    private func acting(_ act: MatterAct, _ actor: Actor) throws -> MatterActor {
        guard case .opened(let opening) = act, CaseworkActions.isBringing(act, actor) else {
            return try MatterActor.acting(actor, on: now.beijingDate, in: connection)
        }
        return MatterActor(person: actor.id, roles: [], unit: opening.handler?.unit ?? "")
    }

    private func engine(for procedures: Set<String>) throws -> ProcedureEngine {
        ProcedureEngine(
            book: try ProcedureBook(catalog, only: procedures), calendar: try WorkCalendar(catalog))
    }

    private func procedure(of history: [StoredMatterEntry]) -> String? { history.first?.entry.act.procedure }
}

/// What must hold of any order.
extension MatterJudgement {
    private func checkSubject(_ order: MatterOrder, _ history: [StoredMatterEntry]) throws {
        switch order.act {
        case .opened(let opening):
            // What was running before comes from elsewhere; a new matter brings nothing along.
            guard opening.origin != .new || opening.carried.isEmpty else {
                throw RecordsError(.invalid, field: "carried", detail: opening.procedure)
            }
            if let other = opening.follows, try MatterStore.matter(other, in: connection) == nil {
                throw RecordsError(.unknownSubject, field: "follows", detail: other.rawValue)
            }
            guard MintedID.isID(order.matter.rawValue) else {
                throw RecordsError(.invalid, field: "subject", detail: order.matter.rawValue)
            }
            let title = order.title ?? ""
            if title.isEmpty { throw MatterRefusal(.factMissing, "立办件", details: ["名称"]) }
            guard title.count <= Self.greatestTitleLength else {
                throw MatterRefusal(.factWrong, "立办件", details: ["名称最多\(Self.greatestTitleLength)字"])
            }
        case .mergedInto, .splitOff:
            // They come with the record of the other matter.
            throw RecordsError(.invalid, field: "act", detail: order.act.kind.rawValue)
        default:
            guard !history.isEmpty else { throw RecordsError(.unknownSubject, detail: order.matter.rawValue) }
            guard order.title == nil else { throw RecordsError(.invalid, field: "title", detail: order.title ?? "") }
        }
    }

    private func checkTexts(_ order: MatterOrder) throws {
        let longest = max(order.act.canonical.longestText, order.backfill?.canonical.longestText ?? 0)
        guard longest <= Self.greatestTextLength else {
            throw MatterRefusal(.factWrong, "办理", details: ["一项文字最多\(Self.greatestTextLength)字"])
        }
    }

    /// The number of the entry that a record holds: what the person had on screen.
    private func seen(_ sequence: Int64?, _ history: [StoredMatterEntry]) throws -> Int {
        // Whoever saw nothing of a matter that goes on is told all of it.
        guard let sequence else { return 0 }
        guard let entry = history.last(where: { $0.sequence == sequence })?.entry else {
            throw RecordsError(.invalid, field: "follows", detail: "\(sequence)")
        }
        return entry.number
    }

    /// Who does what in one matter, also of those who stand in: `Catalog/accounts/separation.yaml`.
    ///
    /// - Throws: `MatterConflict`.
    private func checkParts(_ entry: MatterEntry, _ history: [MatterEntry], _ engine: ProcedureEngine) throws {
        guard case .step(let step) = entry.act, !history.isEmpty,
            let separation = try AccountRules(catalog, on: entry.day).separation
        else { return }
        let matter = try engine.matter(history, now: now)
        guard let part = matter.procedure.action(step.action)?.part else { return }
        // Steps that were taken back were taken all the same.
        var taken: [MatterPart: Set<String>] = [:]
        for done in matter.steps {
            guard let part = matter.procedure.action(done.action)?.part else { continue }
            taken[part, default: []].formUnion(done.persons)
        }
        let people = Set([entry.person] + [entry.onBehalfOf].compactMap(\.self) + step.officers.map(\.person))
        if let conflict = separation.conflict(taking: part, by: people, after: taken) { throw conflict }
    }
}

/// Mergers and splits: two matters in one record.
extension MatterJudgement {
    /// The other matter of a merger or a split, as it is now.
    private struct Other {
        let matter: MatterID
        let history: [StoredMatterEntry]
        /// What happens to it.
        let act: (MatterID) -> MatterAct
    }

    private func otherMatter(_ act: MatterAct) throws -> Other? {
        switch act {
        case .merged(let matter, _): try other(matter) { .mergedInto($0) }
        case .opened(let opening):
            if case .split(let matter) = opening.origin { try other(matter) { .splitOff($0) } } else { nil }
        default: nil
        }
    }

    private func other(_ matter: MatterID, _ act: @escaping (MatterID) -> MatterAct) throws -> Other {
        let history = try MatterStore.history(of: matter, in: connection)
        guard !history.isEmpty else { throw RecordsError(.unknownSubject, field: "from", detail: matter.rawValue) }
        return Other(matter: matter, history: history, act: act)
    }

    /// The same act with the clocks of the other matter that still run, as its history has them.
    private func withClocks(
        _ act: MatterAct, of other: Other?, by engine: ProcedureEngine
    ) throws -> MatterAct {
        guard let other else { return act }
        let clocks = try engine.carriedClocks(of: other.history.map(\.entry), from: other.matter)
        switch act {
        case .merged(let matter, _): return .merged(from: matter, clocks: clocks)
        case .opened(var opening):
            // The matter that was split keeps all of its clocks; the new one takes over those its procedure has.
            let versions = try engine.book.versions(of: opening.procedure)
            let begun = versions.last { $0.version == opening.version }
            opening.carried = clocks.filter { begun?.clock($0.clock) != nil }
            return .opened(opening)
        default: return act
        }
    }

    private func counterpart(
        in other: Other, of order: MatterOrder, _ attempt: MatterAttempt, _ engine: ProcedureEngine
    ) throws -> MatterRecord.Counterpart {
        guard other.matter != order.matter, let last = other.history.last else {
            throw RecordsError(.invalid, field: "from", detail: other.matter.rawValue)
        }
        var theirs = attempt
        theirs.act = other.act(order.matter)
        theirs.seen = try seen(order.otherFollows, other.history)
        let entries = other.history.map(\.entry)
        let entry = try engine.admit(theirs, to: entries, now: now)
        let standing = MatterStanding(try engine.matter(entries + [entry], now: now))
        return MatterRecord.Counterpart(
            matter: other.matter, follows: last.sequence, entry: entry, standing: standing)
    }
}

extension MatterAct {
    /// The id of the procedure, of an opening.
    var procedure: String? {
        if case .opened(let opening) = self { opening.procedure } else { nil }
    }
}
