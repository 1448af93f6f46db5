import Catalog
package import Standards

/// Procedures at work: a history, the calendar and a moment become a state, what may be done by whom, and clocks.
///
/// A pure function of its arguments: no database, no time of its own, nothing stored. What it admits, a caller appends as one record.
package struct ProcedureEngine: Sendable {
    /// The procedures in all versions.
    package let book: ProcedureBook
    /// The workdays.
    package let calendar: WorkCalendar

    /// An engine over the rules of a catalog.
    package init(book: ProcedureBook, calendar: WorkCalendar) {
        self.book = book
        self.calendar = calendar
    }

    /// A matter as of a moment.
    ///
    /// - Parameters:
    ///   - history: its entries in order, as they were admitted.
    ///   - now: the moment; not before the last entry was recorded.
    /// - Throws: `.notOpened` for a history without an opening, `.nothingInForce` where the version with which it began is gone.
    package func matter(_ history: [MatterEntry], now: Instant) throws(MatterRefusal) -> Matter {
        let fold = try book.fold(history)
        let ladder = book.ladders[fold.procedure.ladder]
        let clocks = fold.runs.map { RunningClock($0, ladder: ladder, calendar: calendar, now: now) }
        let isOver = fold.mergedInto != nil || fold.procedure.state(fold.state)?.isEnd == true
        let judge = MatterJudge(fold: fold, calendar: calendar, ladders: book.ladders)
        return Matter(
            procedure: fold.procedure, state: fold.state, isOver: isOver, mergedInto: fold.mergedInto,
            path: fold.path.map(\.state), steps: fold.steps, facts: fold.facts, payments: fold.payments,
            handler: fold.handler,
            coHandlers: fold.coHandlers, clocks: clocks,
            offers: fold.mergedInto == nil ? judge.offers(at: now) : [], backfilled: fold.backfilled, last: fold.last)
    }

    /// Judges an attempt and makes the entry that stands for it.
    ///
    /// - Parameters:
    ///   - history: all entries of the matter so far; none to open it.
    ///   - now: the moment at which it is put on record.
    /// - Returns: the entry to append, numbered behind the last.
    /// - Throws: what stands in its way, with the article and the day on which it becomes possible.
    package func admit(
        _ attempt: MatterAttempt, to history: [MatterEntry], now: Instant
    ) throws(MatterRefusal) -> MatterEntry {
        if case .opened(let opening) = attempt.act {
            guard history.isEmpty else { throw MatterRefusal(.alreadyOpened) }
            try MatterJudge.checkTime(attempt, after: nil, now: now)
            try checkOpening(opening, on: attempt.happened.beijingDate)
            return entry(
                attempt, number: 1, as: attempt.actor.roles.first ?? "", for: attempt.actor.standingFor, now: now)
        }
        let fold = try book.fold(history)
        guard attempt.seen >= fold.last else {
            var refusal = MatterRefusal(.moved)
            refusal.since = history.filter { $0.number > attempt.seen }
            throw refusal
        }
        let judge = MatterJudge(fold: fold, calendar: calendar, ladders: book.ladders)
        let capacity = try judge.judge(attempt, history: history, now: now)
        return entry(attempt, number: fold.last + 1, as: capacity.role, for: capacity.onBehalfOf, now: now)
    }

    /// The clocks of a matter that still run, as another one takes them over by a merger or a split.
    package func carriedClocks(
        of history: [MatterEntry], from matter: MatterID
    ) throws(MatterRefusal) -> [CarriedClock] {
        try book.fold(history).runs.filter { $0.stopped == nil }.map { $0.carried(from: matter) }
    }

    private func entry(
        _ attempt: MatterAttempt, number: Int, as role: String, for other: String?, now: Instant
    ) -> MatterEntry {
        MatterEntry(
            number: number, recorded: now, happened: attempt.happened, person: attempt.actor.person, role: role,
            unit: attempt.actor.unit, onBehalfOf: other, backfill: attempt.backfill, act: attempt.act)
    }

    /// What was done before comes with a matter from elsewhere, in order, and not later than the matter itself.
    private func checkPast(
        _ opening: MatterOpening, on day: CivilDate, _ procedure: Procedure
    ) throws(MatterRefusal) {
        if let first = opening.past.first, opening.origin != .imported {
            throw MatterRefusal(.factWrong, opening.procedure, details: ["以前的办理：\(first.words)"])
        }
        var last = CivilDate.first
        for past in opening.past {
            if let action = past.action, procedure.action(action) == nil { throw MatterRefusal(.unknownAction, action) }
            guard past.day >= last, past.day <= day else { throw MatterRefusal(.beforeLast) }
            last = past.day
        }
    }

    private func checkOpening(_ opening: MatterOpening, on day: CivilDate) throws(MatterRefusal) {
        let line = try book.line(opening.procedure, version: opening.version)
        guard line.begun.header.effective.contains(day) else { throw MatterRefusal(.nothingInForce, opening.procedure) }
        if let state = opening.state {
            guard line.begun.state(state) != nil else { throw MatterRefusal(.unknownState, state) }
            guard opening.origin != .new || state == line.begun.initial else {
                throw MatterRefusal(.wrongState, state, details: [line.begun.initial])
            }
        }
        try checkPast(opening, on: day, line.begun)
        for clock in opening.carried where line.begun.clock(clock.clock) == nil {
            throw MatterRefusal(.unknownClock, clock.clock)
        }
        for (name, value) in opening.facts.sorted(by: { $0.key < $1.key }) {
            guard let fact = line.begun.fact(name) else { throw MatterRefusal(.unknownFact, name) }
            guard value.fits(fact.kind) else { throw MatterRefusal(.factWrong, opening.procedure, details: [name]) }
        }
    }
}

extension ProcedureBook {
    /// A history by the procedure with which it began.
    ///
    /// - Throws: `.notOpened`, `.nothingInForce`.
    func fold(_ history: [MatterEntry]) throws(MatterRefusal) -> MatterFold {
        guard let first = history.first, case .opened(let opening) = first.act else {
            throw MatterRefusal(.notOpened)
        }
        let line = try line(opening.procedure, version: opening.version)
        var fold = MatterFold(opening, first, line: line)
        for entry in history.dropFirst() { fold.apply(entry) }
        return fold
    }

    fileprivate func line(_ id: String, version: CivilDate) throws(MatterRefusal) -> ProcedureLine {
        guard let versions = try? versions(of: id), let begun = versions.last(where: { $0.version == version })
        else { throw MatterRefusal(.nothingInForce, id) }
        return ProcedureLine(begun: begun, versions: versions)
    }
}
