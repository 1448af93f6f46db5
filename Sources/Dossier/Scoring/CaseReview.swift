package import Casework
package import Catalog
package import Law
package import Standards

/// A case's file before its reviewer: the file with the law it is judged by.
package struct CaseReview: Sendable {
    let file: CaseFile
    let powers: BureauPowers
    let violations: ViolationBook
    let instruments: InstrumentBook
    let principles: LegalPrinciples
    let calendar: WorkCalendar
    /// The step that is about to be taken, whose facts count already; nil for a review of what is there.
    let pending: MatterStep?
    /// The day of the review, or of the step.
    let day: CivilDate

    package init(
        _ file: CaseFile, powers: BureauPowers, violations: ViolationBook, instruments: InstrumentBook,
        principles: LegalPrinciples, calendar: WorkCalendar, pending: MatterStep? = nil, on day: CivilDate
    ) {
        self.file = file
        self.powers = powers
        self.violations = violations
        self.instruments = instruments
        self.principles = principles
        self.calendar = calendar
        self.pending = pending
        self.day = day
    }

    /// The same with the rules of a day.
    ///
    /// - Throws: `CatalogError`.
    package init(
        _ file: CaseFile, by catalog: RuleCatalog, pending: MatterStep? = nil, on day: CivilDate
    ) throws(CatalogError) {
        self.init(
            file, powers: try BureauPowers(catalog, on: day), violations: try ViolationBook(catalog),
            instruments: try InstrumentBook(catalog), principles: try LegalPrinciples(catalog, on: day),
            calendar: try WorkCalendar(catalog), pending: pending, on: day)
    }

    /// What a check finds.
    package func verdict(_ check: CaseCheck) -> CaseVerdict {
        switch check {
        case .officers: officers
        case .sameParty: sameParty
        case .sampling: sampling
        case .fault: fault
        case .provision: provision
        case .inForce: inForce
        case .range: range
        case .notice: notice
        case .defence: defence
        case .hearing: hearing
        case .seizureNotice: seizureNotice
        case .discussion: discussion
        case .discussedAgain: discussedAgain
        case .legalReview: legalReview
        case .limitation: limitation
        case .apart: apart
        case .reinspection: reinspection
        case .dailyAmount: dailyAmount
        case .dailyOrder: dailyOrder
        case .seizureTerm: seizureTerm
        }
    }
}

/// What the checks ask of a file.
extension CaseReview {
    /// A step that counts as done, with its entry.
    struct Taken {
        let entry: MatterEntry
        let step: MatterStep
        var day: CivilDate { entry.day }
        /// Whoever took it, for whom, and the officers named in it.
        var persons: Set<String> {
            Set([entry.person] + [entry.onBehalfOf].compactMap(\.self) + step.officers.map(\.person))
        }
    }

    /// The steps of these names that count as done, in order.
    func taken(_ names: String...) -> [Taken] {
        let undone = Set(file.matter.steps.filter(\.isUndone).map(\.entry))
        return file.history.compactMap { entry in
            guard case .step(let step) = entry.act, names.contains(step.action), !undone.contains(entry.number) else {
                return nil
            }
            return Taken(entry: entry, step: step)
        }
    }

    /// The papers of these names that were not spoiled, in order.
    func papers(_ names: String...) -> [CasePaper] {
        file.papers.filter { names.contains($0.document) && !$0.isSpoiled }
    }

    func fact(_ name: String) -> FactValue? { pending?.facts[name] ?? file.matter.facts[name] }

    func money(_ name: String) -> Money? {
        if case .money(let fen)? = fact(name) { Money(fen: fen) } else { nil }
    }

    func date(_ name: String) -> CivilDate? {
        if case .date(let day)? = fact(name) { day } else { nil }
    }

    /// The steps by which a case is decided.
    var decisions: [Taken] { taken("作出处罚决定", "作出按日处罚决定") }
    /// Whether it is decided, or is about to be.
    var isDeciding: Bool {
        !decisions.isEmpty || ["作出处罚决定", "作出按日处罚决定"].contains(pending?.action)
    }
    /// The day of the decision, or today while it is about to be made.
    var decisionDay: CivilDate { decisions.last?.day ?? day }

    /// The fine: as decided, else as planned.
    var fine: Money? { money("罚款数额") ?? money("拟处罚款") }

    func text(_ paper: CasePaper, _ element: String) -> String? {
        guard let value = paper.values[element], !value.isEmpty else { return nil }
        return value.words
    }
}
