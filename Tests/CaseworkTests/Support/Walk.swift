import Standards
import Testing

@testable import Casework

/// A matter that a test walks, with steps that bring along all that they need unless the test says otherwise.
struct Walk {
    let engine: ProcedureEngine
    private(set) var history: [MatterEntry] = []
    var now: Instant

    /// Opens a matter on a day, in the version in force then.
    init(
        _ procedure: String, on text: String, engine: ProcedureEngine? = nil,
        change: (inout MatterOpening) -> Void = { _ in }
    ) throws {
        self.engine = try engine ?? ShippedRules.engine.get()
        now = try morning(text)
        let version = try self.engine.book.procedure(procedure, on: day(text)).version
        var opening = MatterOpening(procedure: procedure, version: version)
        change(&opening)
        let actor = MatterActor(person: "登记人", roles: ["enforcement"], unit: "执法大队")
        try attempt(.opened(opening), by: actor)
    }

    var matter: Matter { get throws { try engine.matter(history, now: now) } }
    var state: String { get throws { try matter.state } }

    mutating func wait(until text: String) throws { now = try morning(text) }
    mutating func wait(days: Int) { now = now.adding(seconds: days * 86_400) }

    /// Does something now and appends it.
    mutating func attempt(
        _ act: MatterAct, by actor: MatterActor, seen: Int? = nil, at happened: Instant? = nil,
        backfill: Backfill? = nil
    ) throws(MatterRefusal) {
        let attempt = MatterAttempt(
            act, by: actor, at: happened ?? now, seen: seen ?? history.last?.number ?? 0, backfill: backfill)
        history.append(try engine.admit(attempt, to: history, now: now))
    }

    /// The step of an action with two officers, its papers, its confirmations and its facts.
    func step(_ name: String) throws -> MatterStep {
        let action = try #require(try matter.procedure.action(name), "\(name)")
        var step = MatterStep(name)
        let valid = try day("2020-01-01")...day("2040-12-31")
        step.officers = (1...2).map { Officer(person: "\(name)执法员\($0)", certificate: "证\($0)", valid: valid) }
        step.papers = Set(action.documents)
        for condition in action.guards {
            switch condition {
            case .attested(let attestation): step.confirmations[attestation.name] = Self.confirmation(attestation)
            case .checked(let predicate, _, let unless):
                if case .papers(let papers) = predicate { step.papers.formUnion(papers) }
                // What a person may confirm instead is left to the tests that want it.
                _ = unless
            }
        }
        for name in action.form { step.facts[name] = try value(of: name) }
        for case .checked(.dailyFine(let fine, let first, let from, let to), _, _) in action.guards {
            // Ten days after the order to correct.
            guard case .money(let each)? = try matter.facts[first] else { continue }
            step.facts[from] = .date(now.beijingDate.adding(days: -10))
            step.facts[to] = .date(now.beijingDate)
            step.facts[fine] = .money(each * 10)
        }
        for case .start(let clock) in action.clocks
        where try matter.procedure.clock(clock)?.kind == .before {
            step.clockDays[clock] = now.beijingDate.adding(days: 400)
        }
        return step
    }

    static func confirmation(_ attestation: Attestation) -> MatterConfirmation {
        MatterConfirmation(person: "确认人", role: attestation.roles.first ?? "", reason: "已核对", paper: "附件")
    }

    private func value(of name: String) throws -> FactValue {
        switch try matter.procedure.fact(name)?.kind {
        case .money: .money(10_000)
        case .flag: .flag(false)
        case .date: .date(now.beijingDate)
        case .choice(let words): .text(words[0])
        case .choices(let words): .text(words.prefix(2).joined(separator: FactKind.separator))
        case .text, nil: .text("有")
        }
    }

    /// Takes a step now, by a person of its own in a post that may.
    mutating func take(
        _ name: String, by person: String? = nil, at happened: Instant? = nil, backfill: Backfill? = nil,
        change: (inout MatterStep) throws -> Void = { _ in }
    ) throws {
        var step = try step(name)
        try change(&step)
        let role = try matter.procedure.action(name)?.roles.first ?? ""
        let actor = MatterActor(person: person ?? "\(name)办理人", roles: [role], unit: "科室")
        try attempt(.step(step), by: actor, at: happened, backfill: backfill)
    }

    /// What refuses a step.
    func refusal(
        _ name: String, by person: String? = nil, roles: [String]? = nil,
        change: (inout MatterStep) throws -> Void = { _ in }
    ) throws -> MatterRefusal? {
        var step = try step(name)
        try change(&step)
        let role = try matter.procedure.action(name)?.roles.first ?? ""
        return refusal(
            .step(step), by: MatterActor(person: person ?? "\(name)办理人", roles: roles ?? [role], unit: "科室"))
    }

    /// What refuses an act.
    func refusal(_ act: MatterAct, by actor: MatterActor, seen: Int? = nil) -> MatterRefusal? {
        do throws(MatterRefusal) {
            let attempt = MatterAttempt(act, by: actor, at: now, seen: seen ?? history.last?.number ?? 0)
            _ = try engine.admit(attempt, to: history, now: now)
            return nil
        } catch {
            return error
        }
    }
}
