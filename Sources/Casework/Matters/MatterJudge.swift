import Standards

/// Judges one attempt against a history that was read.
struct MatterJudge {
    let fold: MatterFold
    let calendar: WorkCalendar
    let ladders: [String: Ladder]

    /// In which post somebody acts, and for whom.
    struct Capacity {
        let role: String
        let onBehalfOf: String?
    }

    /// - Throws: what stands in the way.
    func judge(
        _ attempt: MatterAttempt, history: [MatterEntry], now: Instant
    ) throws(MatterRefusal) -> Capacity {
        if let other = fold.mergedInto { throw MatterRefusal(.mergedAway, other.rawValue) }
        try Self.checkTime(attempt, after: ordered(attempt.act) ? fold.lastHappened : nil, now: now)
        switch attempt.act {
        case .opened: throw MatterRefusal(.alreadyOpened)
        case .step(let step): return try judgeStep(step, attempt, now: now)
        case .sentBack(let state, let reason): return try judgeSendingBack(to: state, reason, attempt)
        case .withdrawn(let reason): return try judgeWithdrawal(reason, attempt, history)
        case .transferred(_, let reason):
            if reason.isEmpty { throw MatterRefusal(.reasonMissing) }
            return try anyCapacity(attempt)
        case .signed(let action, _, _): return try judgeSignature(action, attempt)
        case .delegated(_, let role, _):
            guard attempt.actor.roles.contains(role) else {
                throw MatterRefusal(.wrongRole, "委托", details: [role])
            }
            return Capacity(role: role, onBehalfOf: attempt.actor.standingFor)
        case .paused(let clock, let ground, let from):
            return try judgePause(clock, ground, from, attempt, now: now)
        case .resumed(let clock, let ground, let day):
            return try judgeResumption(clock, ground, day, attempt, now: now)
        case .extended(let clock, let reason): return try judgeExtension(clock, reason, attempt)
        case .escalated(let clock, let step, let authority, let papers):
            return try judgeEscalation(clock, step, authority, papers, attempt, now: now)
        case .merged(_, let clocks):
            for clock in clocks where fold.procedure.clock(clock.clock) == nil {
                throw MatterRefusal(.unknownClock, clock.clock)
            }
            return try anyCapacity(attempt)
        case .joined, .opinion, .mergedInto, .splitOff: return try anyCapacity(attempt)
        }
    }

    /// What is entered late must say why, and nothing lies ahead or, of steps, before what came last.
    static func checkTime(
        _ attempt: MatterAttempt, after last: Instant?, now: Instant
    ) throws(MatterRefusal) {
        guard attempt.happened <= now else { throw MatterRefusal(.inFuture) }
        if let last, attempt.happened < last {
            var refusal = MatterRefusal(.beforeLast)
            refusal.possibleFrom = last.beijingDate
            throw refusal
        }
        guard attempt.happened.beijingDate < now.beijingDate else { return }
        guard let backfill = attempt.backfill, !backfill.reason.isEmpty, !backfill.papers.isEmpty else {
            throw MatterRefusal(.backfillMissing)
        }
    }

    /// Steps of the procedure come in the order in which they happened.
    private func ordered(_ act: MatterAct) -> Bool {
        switch act {
        case .step, .sentBack, .withdrawn, .mergedInto: true
        default: false
        }
    }

    /// A post of those allowed: one's own or that of who is away, else for somebody who delegated it.
    func capacity(_ attempt: MatterAttempt, of roles: [String]) -> Capacity? {
        if let role = roles.first(where: attempt.actor.roles.contains) {
            return Capacity(role: role, onBehalfOf: attempt.actor.standingFor)
        }
        let day = attempt.happened.beijingDate
        let delegation = fold.delegations.last {
            $0.to == attempt.actor.person && $0.days.contains(day) && roles.contains($0.role)
        }
        return delegation.map { Capacity(role: $0.role, onBehalfOf: $0.from) }
    }

    /// Acts that are nobody's step: whoever has a post in the procedure.
    private func anyCapacity(_ attempt: MatterAttempt) throws(MatterRefusal) -> Capacity {
        let roles = Set(fold.procedure.actions.flatMap { $0.roles + $0.countersigners })
        let handling = ([fold.handler].compactMap(\.self) + fold.coHandlers).map(\.role)
        let allowed = roles.union(handling).sorted()
        guard let capacity = capacity(attempt, of: allowed) else {
            throw MatterRefusal(.wrongRole, "办理", details: allowed)
        }
        return capacity
    }
}

extension MatterJudge {
    private func judgeSendingBack(
        to state: String, _ reason: String, _ attempt: MatterAttempt
    ) throws(MatterRefusal) -> Capacity {
        if reason.isEmpty { throw MatterRefusal(.reasonMissing) }
        guard fold.procedure.state(state) != nil else { throw MatterRefusal(.unknownState, state) }
        guard fold.path.dropLast().contains(where: { $0.state == state }) else {
            throw MatterRefusal(.notVisited, state)
        }
        if fold.procedure.state(fold.state)?.isEnd == true { throw MatterRefusal(.over, "退回") }
        // Whoever could go on from here may also send it back.
        let roles = fold.procedure.actions(from: fold.state).flatMap { $0.roles + $0.countersigners }
        guard let capacity = capacity(attempt, of: roles) else {
            throw MatterRefusal(.wrongRole, "退回", details: Array(Set(roles)).sorted())
        }
        return capacity
    }

    private func judgeWithdrawal(
        _ reason: String, _ attempt: MatterAttempt, _ history: [MatterEntry]
    ) throws(MatterRefusal) -> Capacity {
        if reason.isEmpty { throw MatterRefusal(.reasonMissing) }
        guard fold.path.count > 1, let visit = fold.path.last, let entry = history.last,
            entry.number == visit.step, case .step = entry.act
        else { throw MatterRefusal(.nothingToWithdraw) }
        guard entry.person == attempt.actor.person else { throw MatterRefusal(.notOwnStep) }
        return Capacity(role: entry.role, onBehalfOf: entry.onBehalfOf)
    }

    private func judgeSignature(
        _ name: String, _ attempt: MatterAttempt
    ) throws(MatterRefusal) -> Capacity {
        guard let action = fold.line.action(name, on: attempt.happened.beijingDate) else {
            throw MatterRefusal(.unknownAction, name)
        }
        guard action.from.contains(fold.state) else {
            throw MatterRefusal(.wrongState, name, details: [fold.state])
        }
        guard let next = missingSigners(action).first else {
            throw MatterRefusal(.signatureOutOfTurn, name, details: ["无人，会签已完"])
        }
        guard let capacity = capacity(attempt, of: [next]) else {
            throw MatterRefusal(.signatureOutOfTurn, name, details: [next])
        }
        return capacity
    }

    /// The posts that have not signed for an action since its state was entered, in order.
    func missingSigners(_ action: ProcedureAction) -> [String] {
        let given = fold.signatures.filter { $0.action == action.name && $0.entry > fold.entered && $0.agrees }
        return Array(action.countersigners.dropFirst(given.count))
    }
}

extension MatterJudge {
    private func running(_ name: String) throws(MatterRefusal) -> ClockRun {
        guard fold.procedure.clock(name) != nil else { throw MatterRefusal(.unknownClock, name) }
        guard let run = fold.run(name), run.stopped == nil else {
            throw MatterRefusal(.clockNotRunning, name, details: [name])
        }
        return run
    }

    private func judgePause(
        _ name: String, _ ground: String, _ day: CivilDate, _ attempt: MatterAttempt, now: Instant
    ) throws(MatterRefusal) -> Capacity {
        let run = try running(name)
        guard let pause = run.terms.pauses.first(where: { $0.ground == ground }) else {
            throw MatterRefusal(.unknownGround, name, details: [ground])
        }
        let articles = pause.basis.text(on: day)
        guard !run.openGrounds.contains(ground) else {
            throw MatterRefusal(.alreadyPaused, name, details: [ground], articles: articles)
        }
        guard day <= now.beijingDate else { throw MatterRefusal(.inFuture) }
        guard day >= run.started.beijingDate else { throw MatterRefusal(.beforeLast, name, articles: articles) }
        // A rest entered after the fact cannot revive a time that had run out before it began.
        let end = run.deadline(calendar, now: Instant(beijing: day)).day
        guard day <= end else {
            var refusal = MatterRefusal(.alreadyExpired, name, articles: articles)
            refusal.possibleUntil = end
            throw refusal
        }
        return try anyCapacity(attempt)
    }

    private func judgeResumption(
        _ name: String, _ ground: String, _ day: CivilDate, _ attempt: MatterAttempt, now: Instant
    ) throws(MatterRefusal) -> Capacity {
        guard fold.procedure.clock(name) != nil else { throw MatterRefusal(.unknownClock, name) }
        guard let rest = fold.run(name)?.pauses.last(where: { $0.ground == ground && $0.to == nil }) else {
            throw MatterRefusal(.notPaused, name, details: [ground])
        }
        guard day <= now.beijingDate else { throw MatterRefusal(.inFuture) }
        guard day >= rest.from.beijingDate else { throw MatterRefusal(.beforeLast, name) }
        return try anyCapacity(attempt)
    }

    private func judgeExtension(
        _ name: String, _ reason: String, _ attempt: MatterAttempt
    ) throws(MatterRefusal) -> Capacity {
        let next = try nextExtension(of: name, on: attempt.happened)
        let articles = next.basis.text(on: attempt.happened.beijingDate)
        if reason.isEmpty { throw MatterRefusal(.reasonMissing, name, articles: articles) }
        guard let capacity = capacity(attempt, of: next.roles) else {
            throw MatterRefusal(.wrongRole, "延长\(name)", details: next.roles, articles: articles)
        }
        return capacity
    }

    /// The extension that a clock may take on a day.
    ///
    /// - Throws: what stands in the way: it does not run, has used all of them, or has run out.
    @discardableResult
    func nextExtension(of name: String, on moment: Instant) throws(MatterRefusal) -> ClockExtension {
        let run = try running(name)
        let used = run.extensions.count
        guard used < run.terms.extensions.count else { throw MatterRefusal(.noExtension, name) }
        let next = run.terms.extensions[used]
        let deadline = run.deadline(calendar, now: moment)
        guard moment.beijingDate <= deadline.day else {
            var refusal = MatterRefusal(
                .alreadyExpired, name, articles: next.basis.text(on: moment.beijingDate))
            refusal.possibleUntil = deadline.day
            refusal.isProvisional = deadline.isProvisional
            throw refusal
        }
        return next
    }

    private func judgeEscalation(
        _ name: String, _ stepName: String, _ authority: String, _ papers: Set<String>, _ attempt: MatterAttempt,
        now: Instant
    ) throws(MatterRefusal) -> Capacity {
        let run = try running(name)
        let ladder = ladders[fold.procedure.ladder]
        guard let index = ladder?.steps.firstIndex(where: { $0.name == stepName }), let step = ladder?.steps[index]
        else { throw MatterRefusal(.unknownAction, stepName) }
        // A step that a person begins presupposes the one below it.
        let needed = step.isByPerson ? index - 1 : index
        let reached = RunningClock(run, ladder: ladder, calendar: calendar, now: now).step
        let reachedIndex = reached.flatMap { found in ladder?.steps.firstIndex(of: found) } ?? -1
        guard reachedIndex >= needed else { throw MatterRefusal(.notReached, stepName, details: [name]) }
        var missing = step.papers.filter { !papers.contains($0) }
        if !step.papers.isEmpty, authority.isEmpty { missing.append("授权机关") }
        guard missing.isEmpty else { throw MatterRefusal(.authorityMissing, stepName, details: missing) }
        return try anyCapacity(attempt)
    }
}
