import Law
import Standards

/// The conditions of an action, one by one.
extension MatterJudge {
    func check(
        _ condition: Guard, _ action: ProcedureAction, _ step: MatterStep, _ attempt: MatterAttempt
    ) throws(MatterRefusal) {
        switch condition {
        case .attested(let attestation): try confirm(attestation, action, step, attempt)
        case .checked(let predicate, let basis, let unless):
            let found =
                refusal(predicate, action, basis: basis, at: attempt.happened, step: step)
                ?? refusal(predicate, action, basis: basis, step: step, attempt)
            guard let found else { return }
            guard let unless, step.confirmations[unless.name] != nil else { throw found }
            try confirm(unless, action, step, attempt)
        }
    }

    private func confirm(
        _ attestation: Attestation, _ action: ProcedureAction, _ step: MatterStep, _ attempt: MatterAttempt
    ) throws(MatterRefusal) {
        let articles = attestation.basis.text(on: attempt.happened.beijingDate)
        guard let given = step.confirmations[attestation.name] else {
            throw MatterRefusal(.confirmationMissing, action.name, details: [attestation.words], articles: articles)
        }
        guard attestation.roles.contains(given.role) else {
            throw MatterRefusal(
                .confirmationWrong, action.name, details: ["\(attestation.name)应由\(attestation.roles)确认"],
                articles: articles)
        }
        guard !given.reason.isEmpty, !given.person.isEmpty else {
            throw MatterRefusal(
                .confirmationWrong, action.name, details: ["\(attestation.name)没有写明理由"], articles: articles)
        }
    }

    /// What history and time decide; nil where nothing is wrong, and for conditions that look at the step.
    func refusal(
        _ predicate: CheckedPredicate, _ action: ProcedureAction, basis: [Ground], at moment: Instant,
        step: MatterStep? = nil
    ) -> MatterRefusal? {
        let grounds = basis.isEmpty ? action.basis : basis
        let articles = grounds.text(on: moment.beijingDate)
        func refuse(_ code: MatterRefusal.Code, _ details: [String]) -> MatterRefusal {
            MatterRefusal(code, action.name, details: details, articles: articles)
        }
        switch predicate {
        case .waited(let name): return waiting(for: name, action, articles, at: moment)
        case .inTime(let name): return lateness(for: name, action, articles, at: moment)
        case .done(let names):
            return fold.done(names).isEmpty ? refuse(.stepMissing, names) : nil
        case .notDone(let names):
            let done = fold.done(names).map(\.action)
            return done.isEmpty ? nil : refuse(.stepDone, done)
        case .doneSince(let name, let events):
            // Steps stand in the order in which they were taken; those brought in with the matter share one entry.
            let done = fold.steps.filter { !$0.isUndone }
            guard let last = done.lastIndex(where: { events.contains($0.action) }) else { return nil }
            let (event, since) = (done[last], done[(last + 1)...])
            return since.contains { $0.action == name }
                ? nil : MatterRefusal(.stepOutdated, name, details: [event.action], articles: articles)
        case .rounds(let name, let most):
            return fold.done([name]).count < most ? nil : refuse(.roundsUsed, ["\(most)次"])
        case .fact(let name, let value):
            guard step == nil || step?.facts[name] == nil else { return nil }
            guard let stated = fold.facts[name] else { return refuse(.factMissing, [name]) }
            return stated.word == value ? nil : refuse(.factWrong, ["\(name)须为\(value)"])
        case .leadTime, .apart, .officers, .papers, .atMost, .dailyFine, .notAfter, .paidUp: return nil
        }
    }

    /// What the step and its actor decide.
    private func refusal(
        _ predicate: CheckedPredicate, _ action: ProcedureAction, basis: [Ground], step: MatterStep,
        _ attempt: MatterAttempt
    ) -> MatterRefusal? {
        let day = attempt.happened.beijingDate
        let articles = (basis.isEmpty ? action.basis : basis).text(on: day)
        func refuse(_ code: MatterRefusal.Code, _ details: [String]) -> MatterRefusal {
            MatterRefusal(code, action.name, details: details, articles: articles)
        }
        switch predicate {
        case .officers(let least):
            let invalid = step.officers.filter { !$0.valid.contains(day) || $0.certificate.isEmpty }
            if !invalid.isEmpty { return refuse(.certificateInvalid, invalid.map(\.person)) }
            let count = Set(step.officers.map(\.person)).count
            return count >= least ? nil : refuse(.officersMissing, ["须\(least)人，现\(count)人"])
        case .apart(let names):
            // Steps that were taken back were taken all the same.
            let before = Set(fold.steps.filter { names.contains($0.action) }.flatMap(\.persons))
            // Who acts for another counts as both.
            let absent = [attempt.actor.standingFor, capacity(attempt, of: action.roles)?.onBehalfOf].compactMap(\.self)
            let acting = Set([attempt.actor.person] + absent + step.officers.map(\.person)).intersection(before)
            return acting.isEmpty ? nil : refuse(.notApart, acting.sorted())
        case .papers(let papers):
            let missing = papers.filter { !step.papers.contains($0) }
            return missing.isEmpty ? nil : refuse(.papersMissing, missing)
        case .leadTime(let name): return leadTime(for: name, action, articles, step, on: day)
        case .atMost(let fact, let by, let limits): return limit(fact, by, limits, action, articles, step)
        case .dailyFine(let fact, let first, let from, let to):
            return dailyFine(fact, first, from, to, step).map { refuse($0.code, $0.details) }
        case .paidUp: return unpaid(step).map { refuse($0.code, $0.details) }
        case .notAfter(let name):
            guard case .date(let stated)? = step.facts[name] ?? fold.facts[name] else {
                return refuse(.factMissing, [name])
            }
            return stated <= day ? nil : refuse(.factWrong, ["\(name)\(stated)晚于办理之日\(day)"])
        case .fact(let name, let value):
            guard let stated = step.facts[name] else { return nil }
            return stated.word == value ? nil : refuse(.factWrong, ["\(name)须为\(value)"])
        case .waited, .inTime, .done, .notDone, .doneSince, .rounds: return nil
        }
    }

    private func limit(
        _ fact: String, _ by: String, _ limits: [String: Int64], _ action: ProcedureAction, _ articles: String,
        _ step: MatterStep
    ) -> MatterRefusal? {
        guard case .money(let cents)? = step.facts[fact] ?? fold.facts[fact] else {
            return MatterRefusal(.factMissing, action.name, details: [fact], articles: articles)
        }
        guard case .text(let word)? = step.facts[by] ?? fold.facts[by], let most = limits[word] else {
            return MatterRefusal(.factMissing, action.name, details: [by], articles: articles)
        }
        guard cents > most else { return nil }
        return MatterRefusal(
            .aboveLimit, action.name, details: ["\(fact)\(Money(fen: cents))，\(word)以\(Money(fen: most))为限"],
            articles: articles)
    }
}

/// Conditions of amounts and days.
extension MatterJudge {
    /// What is wrong with a fine for each day; nil when it is the product of the first one and the days.
    private func dailyFine(
        _ fact: String, _ first: String, _ from: String, _ to: String, _ step: MatterStep
    ) -> (code: MatterRefusal.Code, details: [String])? {
        func stated(_ name: String) -> FactValue? { step.facts[name] ?? fold.facts[name] }
        let missing = [fact, first, from, to].filter { stated($0) == nil }
        guard missing.isEmpty, case .money(let fine)? = stated(fact), case .money(let each)? = stated(first),
            case .date(let served)? = stated(from), case .date(let last)? = stated(to)
        else { return (.factMissing, missing) }
        guard let round = try? DailyPenalty.Round(served: served, found: last) else {
            return (.factWrong, ["\(to)\(last)应晚于\(from)\(served)"])
        }
        guard let due = try? DailyPenalty(of: Money(fen: each), rounds: [round]) else { return (.factWrong, [first]) }
        return due.amount.fen == fine ? nil : (.factWrong, ["\(fact)应为\(due.amount)：\(due.arithmetic)"])
    }
}

extension MatterJudge {
    /// What of the fine stays unpaid with this step; nil when nothing does.
    private func unpaid(_ step: MatterStep) -> (code: MatterRefusal.Code, details: [String])? {
        guard let terms = fold.procedure.payment else { return nil }
        guard case .money(let fine)? = step.facts[terms.fine] ?? fold.facts[terms.fine] else {
            return (.factMissing, [terms.fine])
        }
        var paid = fold.payments.map(\.amount.fen).reduce(0, +)
        if case .money(let now)? = step.facts[terms.paid] { paid += now }
        guard paid < fine else { return nil }
        return (.factWrong, ["罚款\(Money(fen: fine))，连同本次共缴\(Money(fen: paid))，尚欠\(Money(fen: fine - paid))"])
    }
}

/// Conditions of time.
extension MatterJudge {
    private func waiting(
        for name: String, _ action: ProcedureAction, _ articles: String, at moment: Instant
    ) -> MatterRefusal? {
        guard let run = latest(name) else {
            return MatterRefusal(.clockNotRunning, action.name, details: [name], articles: articles)
        }
        let deadline = run.deadline(calendar, now: moment)
        // What is provisional may still move; that it passed is judged by the day as it is known.
        let isOver = deadline.moment.map { moment > $0 } ?? (moment.beijingDate > deadline.day)
        guard !isOver else { return nil }
        var refusal = MatterRefusal(.tooEarly, action.name, details: [name], articles: articles)
        refusal.possibleFrom = deadline.moment?.beijingDate ?? deadline.day.adding(days: 1)
        refusal.isProvisional = deadline.isProvisional
        return refusal
    }

    private func lateness(
        for name: String, _ action: ProcedureAction, _ articles: String, at moment: Instant
    ) -> MatterRefusal? {
        guard let run = latest(name) else { return nil }
        let deadline = run.deadline(calendar, now: moment)
        let isOver = deadline.moment.map { moment > $0 } ?? (moment.beijingDate > deadline.day)
        guard isOver else { return nil }
        var refusal = MatterRefusal(.tooLate, action.name, details: [name], articles: articles)
        refusal.possibleUntil = deadline.day
        refusal.isProvisional = deadline.isProvisional
        return refusal
    }

    private func leadTime(
        for name: String, _ action: ProcedureAction, _ articles: String, _ step: MatterStep, on day: CivilDate
    ) -> MatterRefusal? {
        guard let clock = fold.line.clock(name, on: day) else { return nil }
        guard let event = step.clockDays[name] ?? fold.run(name)?.countsFrom else {
            return MatterRefusal(.dayMissing, action.name, details: [name], articles: articles)
        }
        let last = calendar.lastDay(clock.length(of: step.variants[name]), before: event)
        guard day > last.day else { return nil }
        var refusal = MatterRefusal(.leadTimeShort, action.name, details: [name], articles: articles)
        refusal.possibleUntil = last.day
        refusal.isProvisional = last.isProvisional
        return refusal
    }

    /// Of all runnings of a clock the one that a party may rely on: the one that began last.
    private func latest(_ name: String) -> ClockRun? {
        fold.runs.last { $0.terms.name == name }
    }
}

extension FactValue {
    /// As conditions write it.
    var word: String {
        switch self {
        case .money(let cents): String(cents)
        case .date(let day): day.description
        case .flag(let flag): flag ? "true" : "false"
        case .text(let text): text
        }
    }
}
