import Casework
import Law
import Standards

/// A posted form of a step.
struct StepAttempt {
    /// Names of fields; facts, confirmations and days have the position of what they are about behind them, since names are Chinese.
    enum Field {
        static let follows = "follows"
        static let officer = "officer"
        static let paper = "paper"
        static let isBackfill = "backfill"
        static let happened = "happened"
        static let reason = "backfill-reason"
        static let papers = "backfill-papers"
        static func fact(_ index: Int) -> String { "fact-\(index)" }
        static func person(_ index: Int) -> String { "confirm-person-\(index)" }
        static func words(_ index: Int) -> String { "confirm-reason-\(index)" }
        static func day(_ index: Int) -> String { "day-\(index)" }
        static func variant(_ index: Int) -> String { "variant-\(index)" }
    }

    let fields: FormFields

    var follows: Int64? { fields.first(Field.follows).flatMap { Int64($0) } }
    var isBackfill: Bool { fields.first(Field.isBackfill) != nil }
    var officers: [String] { fields.all(Field.officer) }
    var papers: [String] { fields.all(Field.paper) }

    func text(_ name: String) -> String { fields.first(name) ?? "" }

    /// What was typed for a fact; of several that may be chosen every one comes by itself.
    func fact(_ index: Int) -> String {
        fields.all(Field.fact(index)).filter { !$0.isEmpty }.joined(separator: FactKind.separator)
    }

    /// Why it is entered later than it happened; nil where it was not.
    var backfill: Backfill? {
        guard isBackfill else { return nil }
        return Backfill(reason: text(Field.reason), papers: Self.lines(text(Field.papers)))
    }

    /// When it happened.
    ///
    /// - Returns: nil where what was typed is no moment.
    func happened(now: Instant) -> Instant? {
        guard isBackfill else { return now }
        return Self.moment(text(Field.happened))
    }

    /// `2026-11-27T09:30` of a browser, in Beijing time.
    static func moment(_ text: String) -> Instant? { Instant("\(text):00+08:00") ?? Instant("\(text)+08:00") }

    static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }

    /// The step that the form states.
    ///
    /// - Parameters:
    ///   - officers: those there are, by the values of the form.
    ///   - roleOf: the post in which a person may confirm something.
    /// - Throws: `MatterRefusal` with `.factWrong`.
    func step(
        _ action: ProcedureAction, _ procedure: Procedure, officers known: [String: Officer],
        roleOf: (_ person: String, _ roles: [String]) -> String?
    ) throws(MatterRefusal) -> MatterStep {
        var step = MatterStep(action.name)
        for (index, name) in action.form.enumerated() {
            let typed = fact(index)
            guard !typed.isEmpty, let kind = procedure.fact(name)?.kind else { continue }
            guard let value = FactValue(typed: typed, kind: kind) else {
                throw MatterRefusal(.factWrong, action.name, details: ["\(name)“\(typed)”"])
            }
            step.facts[name] = value
        }
        step.officers = officers.compactMap { known[$0] }
        step.papers = Set(papers)
        for (index, attestation) in action.attestations.enumerated() {
            let (person, reason) = (text(Field.person(index)), text(Field.words(index)))
            guard !person.isEmpty, !reason.isEmpty else { continue }
            step.confirmations[attestation.name] = MatterConfirmation(
                person: person, role: roleOf(person, attestation.roles) ?? attestation.roles.first ?? "",
                reason: reason)
        }
        for (index, clock) in action.startedClocks.enumerated() {
            if let day = CivilDate(text(Field.day(index))) { step.clockDays[clock] = day }
            let variant = text(Field.variant(index))
            if !variant.isEmpty { step.variants[clock] = variant }
        }
        return step
    }
}

extension FactValue {
    /// Reads what was typed; nil where it is nothing of the kind.
    init?(typed: String, kind: FactKind) {
        switch kind {
        case .money:
            guard let money = Money(yuan: typed) else { return nil }
            self = .money(money.fen)
        case .date:
            guard let day = CivilDate(typed) else { return nil }
            self = .date(day)
        case .flag: self = .flag(typed == "是")
        case .text, .choice, .choices: self = .text(typed)
        }
    }
}

extension ProcedureAction {
    /// What persons confirm of it, also instead of the program's own checks, in the order of the file.
    var attestations: [Attestation] {
        guards.compactMap { guardian in
            switch guardian {
            case .attested(let attestation): attestation
            case .checked(_, _, let unless): unless
            }
        }
    }

    /// The clocks it sets off.
    var startedClocks: [String] {
        clocks.compactMap { if case .start(let name) = $0 { name } else { nil } }
    }

    /// How many officers it asks for; 0 for none.
    var leastOfficers: Int {
        for case .checked(.officers(let least), _, _) in guards { return least }
        return 0
    }

    /// The papers without which it is refused.
    var requiredPapers: Set<String> {
        var papers: Set<String> = []
        for case .checked(.papers(let names), _, _) in guards { papers.formUnion(names) }
        return papers
    }
}
