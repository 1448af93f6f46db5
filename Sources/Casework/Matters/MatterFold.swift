import Law
import Standards

/// A history read from its first entry to its last: everything that does not depend on now.
///
/// Entries were judged when they were admitted; here they are only applied. One that names what the procedure does not have is
/// passed over, so that a history outlives every change of a file.
struct MatterFold {
    let line: ProcedureLine
    private(set) var last = 0
    private(set) var lastHappened: Instant
    private(set) var path: [Visit]
    private(set) var steps: [DoneStep] = []
    private(set) var runs: [ClockRun] = []
    private(set) var facts: [String: FactValue] = [:]
    /// What was paid, by the steps that count as done.
    var payments: [LateFine.Payment] {
        paid.filter { payment in !steps.contains { $0.entry == payment.entry && $0.isUndone } }.map(\.payment)
    }
    private var paid: [(entry: Int, payment: LateFine.Payment)] = []
    private(set) var handler: MatterHandler?
    private(set) var coHandlers: [MatterHandler] = []
    private(set) var delegations: [Delegation] = []
    private(set) var signatures: [Signature] = []
    private(set) var opinions: [String: Int] = [:]
    private(set) var mergedInto: MatterID?
    private(set) var backfilled: [Int] = []

    /// A state with the number of the entry by which it was entered last.
    struct Visit {
        let state: String
        var entered: Int
        /// The entry of the step that led here first; taking it back undoes that step.
        let step: Int
    }

    struct Delegation {
        let from: String
        let to: String
        let role: String
        let days: ClosedRange<CivilDate>
    }

    struct Signature {
        let entry: Int
        let action: String
        let role: String
        let person: String
        let agrees: Bool
    }

    var procedure: Procedure { line.begun }
    var state: String { path.last?.state ?? procedure.initial }
    /// When the present state was entered: signatures and opinions from before count no more.
    var entered: Int { path.last?.entered ?? 0 }

    init(_ opening: MatterOpening, _ first: MatterEntry, line: ProcedureLine) {
        self.line = line
        lastHappened = first.happened
        path = [Visit(state: opening.state ?? line.begun.initial, entered: first.number, step: first.number)]
        facts = opening.facts
        handler = opening.handler
        note(first)
        for past in opening.past { take(past, first) }
        if opening.origin == .new {
            for change in line.begun.opening { apply(change, first, days: opening.clockDays, variants: [:]) }
        }
        for clock in opening.carried { carry(clock, first) }
    }

    private mutating func note(_ entry: MatterEntry) {
        last = entry.number
        lastHappened = max(lastHappened, entry.happened)
        if entry.backfill != nil { backfilled.append(entry.number) }
    }

    mutating func apply(_ entry: MatterEntry) {
        note(entry)
        switch entry.act {
        case .opened: break
        case .step(let step): take(step, entry)
        case .sentBack(let state, _): _ = goBack(to: state, entry)
        case .withdrawn:
            guard path.count > 1, let visit = path.popLast() else { return }
            undo { $0 == visit.step }
            for index in runs.indices { runs[index].extensions.removeAll { $0.step == visit.step } }
            path[path.count - 1].entered = entry.number
        case .transferred(let handler, _): self.handler = handler
        case .joined(let handler): coHandlers.append(handler)
        case .opinion: opinions[entry.unit] = entry.number
        case .signed(let action, let agrees, _):
            signatures.append(
                Signature(
                    entry: entry.number, action: action, role: entry.role, person: entry.person, agrees: agrees))
        case .delegated(let person, let role, let days):
            delegations.append(Delegation(from: entry.onBehalfOf ?? entry.person, to: person, role: role, days: days))
        case .paused(let clock, let ground, let from):
            pause(clock, ground, at: Instant(beijing: from), entry)
        case .resumed(let clock, let ground, let day): resume(clock, ground, at: Instant(beijing: day))
        case .extended(let clock, let reason): extend(clock, reason, entry)
        case .merged(_, let clocks): for clock in clocks { carry(clock, entry) }
        case .mergedInto(let matter): mergedInto = matter
        case .splitOff, .escalated: break
        }
    }

    /// What was done before the matter was brought in counts as done; its clocks are carried, not set off again.
    private mutating func take(_ past: PastStep, _ first: MatterEntry) {
        guard let name = past.action, let action = line.begun.action(name) else { return }
        steps.append(
            DoneStep(
                entry: first.number, action: name, day: past.day, persons: Set(past.persons),
                from: action.from.first ?? action.to, to: action.to))
    }

    private mutating func take(_ step: MatterStep, _ entry: MatterEntry) {
        guard let action = line.action(step.action, on: entry.day) else { return }
        let before = state
        var persons: Set<String> = [entry.person]
        persons.formUnion(step.officers.map(\.person))
        if let other = entry.onBehalfOf { persons.insert(other) }
        facts.merge(step.facts) { _, new in new }
        if action.to != before, !(action.isBack && goBack(to: action.to, entry)) {
            path.append(Visit(state: action.to, entered: entry.number, step: entry.number))
        }
        steps.append(
            DoneStep(
                entry: entry.number, action: action.name, day: entry.day, persons: persons, from: before, to: action.to)
        )
        if let payment = procedure.payment.flatMap({ step.payment($0, on: entry.day) }) {
            paid.append((entry.number, payment))
        }
        for change in action.clocks { apply(change, entry, days: step.clockDays, variants: step.variants) }
    }

    /// Back to the latest visit of a state; steps that led on from there count as not done. False where it was never visited.
    private mutating func goBack(to state: String, _ entry: MatterEntry) -> Bool {
        guard let index = path.dropLast().lastIndex(where: { $0.state == state }) else { return false }
        let undone = Set(path[(index + 1)...].map(\.step))
        path.removeSubrange((index + 1)...)
        path[index].entered = entry.number
        undo(undone.contains)
        return true
    }

    /// Steps count as not done and the stops they made as not made. What they set off runs on: going back never gives time.
    private mutating func undo(_ isUndone: (Int) -> Bool) {
        for index in steps.indices where isUndone(steps[index].entry) { steps[index].isUndone = true }
        for index in runs.indices { runs[index].stops.removeAll { isUndone($0.entry) } }
    }
}

extension MatterFold {
    fileprivate mutating func apply(
        _ change: ClockChange, _ entry: MatterEntry, days: [String: CivilDate], variants: [String: String]
    ) {
        switch change {
        case .start(let name): start(name, entry, day: days[name], variant: variants[name])
        case .stop(let name): stop(name, entry)
        case .pause(let name, let ground): pause(name, ground, at: entry.happened, entry)
        case .resume(let name, let ground): resume(name, ground, at: entry.happened)
        case .extend(let name): extend(name, entry.backfill?.reason ?? "", entry, byStep: true)
        }
    }

    /// The first start holds; only a clock that renews is set off anew.
    private mutating func start(_ name: String, _ entry: MatterEntry, day: CivilDate?, variant: String?) {
        guard let terms = line.clock(name, on: entry.day) else { return }
        if runs.contains(where: { $0.terms.name == name }) {
            guard terms.renews else { return }
            // One that is replaced ends with the new one; like every stop, it is void when its step is.
            stop(name, entry)
        }
        runs.append(
            ClockRun(
                terms: terms, origin: nil, entry: entry.number, started: entry.happened, countsFrom: day ?? entry.day,
                variant: variant))
    }

    private mutating func stop(_ name: String, _ entry: MatterEntry) {
        for index in runs.indices where runs[index].terms.name == name && runs[index].stopped == nil {
            runs[index].stops.append(ClockRun.Stop(entry: entry.number, moment: entry.happened))
        }
    }

    fileprivate mutating func pause(_ name: String, _ ground: String, at moment: Instant, _ entry: MatterEntry) {
        for index in runs.indices
        where runs[index].terms.name == name && runs[index].stopped == nil && !runs[index].openGrounds.contains(ground)
        {
            let from = max(moment, runs[index].started)
            runs[index].pauses.append(ClockRest(ground: ground, from: from, to: nil, person: entry.person))
        }
    }

    fileprivate mutating func resume(_ name: String, _ ground: String, at moment: Instant) {
        for index in runs.indices where runs[index].terms.name == name {
            for rest in runs[index].pauses.indices
            where runs[index].pauses[rest].ground == ground && runs[index].pauses[rest].to == nil {
                runs[index].pauses[rest].to = max(moment, runs[index].pauses[rest].from)
            }
        }
    }

    fileprivate mutating func extend(
        _ name: String, _ reason: String, _ entry: MatterEntry, byStep: Bool = false
    ) {
        for index in runs.indices where runs[index].terms.name == name && runs[index].stopped == nil {
            let used = runs[index].extensions.count
            guard used < runs[index].terms.extensions.count else { continue }
            runs[index].extensions.append(
                GrantedExtension(
                    length: runs[index].terms.extensions[used].length, person: entry.person, reason: reason,
                    step: byStep ? entry.number : nil))
        }
    }

    fileprivate mutating func carry(_ clock: CarriedClock, _ entry: MatterEntry) {
        guard let terms = line.clock(clock.clock, on: clock.started.beijingDate) else { return }
        var run = ClockRun(
            terms: terms, origin: clock.origin, entry: entry.number, started: clock.started,
            countsFrom: clock.countsFrom, variant: clock.variant)
        run.pauses = clock.pauses
        run.extensions = terms.extensions.prefix(clock.extensions).map {
            GrantedExtension(length: $0.length, person: "", reason: "", step: nil)
        }
        runs.append(run)
    }

    /// The steps of these names that count as done.
    func done(_ names: [String]) -> [DoneStep] { steps.filter { names.contains($0.action) && !$0.isUndone } }

    /// The running of a clock that matters: of those that run the one that began first, else the latest.
    func run(_ name: String) -> ClockRun? {
        let own = runs.filter { $0.terms.name == name }
        return own.first { $0.stopped == nil } ?? own.last
    }
}
