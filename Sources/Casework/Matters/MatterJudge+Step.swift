import Standards

/// Steps of the procedure.
extension MatterJudge {
    func judgeStep(
        _ step: MatterStep, _ attempt: MatterAttempt, now: Instant
    ) throws(MatterRefusal) -> Capacity {
        let day = attempt.happened.beijingDate
        guard let action = fold.line.action(step.action, on: day) else {
            throw MatterRefusal(.unknownAction, step.action)
        }
        let articles = action.basis.text(on: day)
        guard action.from.contains(fold.state) else {
            let isOver = fold.procedure.state(fold.state)?.isEnd == true
            throw MatterRefusal(isOver ? .over : .wrongState, action.name, details: [fold.state], articles: articles)
        }
        guard let capacity = capacity(attempt, of: action.roles) else {
            throw MatterRefusal(.wrongRole, action.name, details: action.roles, articles: articles)
        }
        try checkHandler(action, capacity, attempt)
        try checkForm(action, step)
        try checkClockDays(action, step)
        for case .extend(let clock) in action.clocks { try nextExtension(of: clock, on: attempt.happened) }
        if let obstacle = obstacle(to: action, step: step, on: attempt.happened) { throw obstacle }
        for condition in action.guards {
            try check(condition, action, step, attempt)
        }
        return capacity
    }

    /// In the handler's post only the handler acts, or who handles it too, or who acts for one of them.
    private func checkHandler(
        _ action: ProcedureAction, _ capacity: Capacity, _ attempt: MatterAttempt
    ) throws(MatterRefusal) {
        guard let handler = fold.handler, handler.role == capacity.role else { return }
        let persons = [handler.person] + fold.coHandlers.map(\.person)
        guard persons.contains(capacity.onBehalfOf ?? attempt.actor.person) else {
            throw MatterRefusal(.notHandler, action.name, details: [handler.person])
        }
    }

    private func checkForm(_ action: ProcedureAction, _ step: MatterStep) throws(MatterRefusal) {
        let missing = action.form.filter { step.facts[$0] == nil && fold.procedure.fact($0)?.isOptional != true }
        guard missing.isEmpty else { throw MatterRefusal(.factMissing, action.name, details: missing) }
        for (name, value) in step.facts.sorted(by: { $0.key < $1.key }) {
            guard let fact = fold.procedure.fact(name) else { throw MatterRefusal(.unknownFact, name) }
            guard value.fits(fact.kind) else { throw MatterRefusal(.factWrong, action.name, details: [name]) }
        }
    }

    /// Days are stated of clocks that the step sets off; one that counts back from an event cannot do without.
    private func checkClockDays(_ action: ProcedureAction, _ step: MatterStep) throws(MatterRefusal) {
        let starting = action.clocks.compactMap { change -> String? in
            if case .start(let name) = change { name } else { nil }
        }
        for name in Set(step.clockDays.keys).union(step.variants.keys).sorted() where !starting.contains(name) {
            throw MatterRefusal(.unknownClock, name)
        }
        for name in starting {
            guard let clock = fold.procedure.clock(name) else { continue }
            if clock.kind == .before, step.clockDays[name] == nil {
                throw MatterRefusal(.dayMissing, action.name, details: [name])
            }
            if let variant = step.variants[name], !clock.variants.contains(where: { $0.name == variant }) {
                throw MatterRefusal(.factWrong, action.name, details: [variant])
            }
        }
    }
}

/// What stands in the way of an action whoever takes it.
extension MatterJudge {
    /// The actions that the state allows, each with its obstacle.
    func offers(at now: Instant) -> [ActionOffer] {
        let day = now.beijingDate
        return fold.procedure.actions(from: fold.state).compactMap { fold.line.action($0.name, on: day) }.map {
            ActionOffer(
                action: $0, obstacle: obstacle(to: $0, step: nil, on: now) ?? obstacle(ofGuards: $0, on: now),
                missingSigners: missingSigners($0))
        }
    }

    /// Signatures and opinions, which no step brings along.
    func obstacle(to action: ProcedureAction, step: MatterStep?, on moment: Instant) -> MatterRefusal? {
        let articles = action.basis.text(on: moment.beijingDate)
        let refusing = fold.signatures.filter {
            $0.action == action.name && $0.entry > fold.entered && !$0.agrees
        }
        if !refusing.isEmpty {
            return MatterRefusal(
                .signatureRefused, action.name, details: refusing.map(\.person), articles: articles)
        }
        let missing = missingSigners(action)
        if !missing.isEmpty {
            return MatterRefusal(.signatureMissing, action.name, details: missing, articles: articles)
        }
        guard action.needsOpinions else { return nil }
        let silent = fold.coHandlers.map(\.unit).filter { fold.opinions[$0, default: 0] <= fold.entered }
        return silent.isEmpty
            ? nil : MatterRefusal(.opinionMissing, action.name, details: silent, articles: articles)
    }

    /// The first condition that history and time alone fail, and that nobody may confirm instead.
    private func obstacle(ofGuards action: ProcedureAction, on moment: Instant) -> MatterRefusal? {
        for case .checked(let predicate, let basis, let unless) in action.guards where unless == nil {
            if let refusal = refusal(predicate, action, basis: basis, at: moment) { return refusal }
        }
        return nil
    }
}
