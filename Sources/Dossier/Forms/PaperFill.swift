/// Where an element of a paper comes from: a closed list, each with its words in rule files.
package enum PaperFill: Hashable, Sendable {
    package enum PartyField: String, CaseIterable, Sendable {
        case name, kind, code, address, representative, telephone
    }

    package enum ChargeField: String, CaseIterable, Sendable {
        /// The violation's title; what was done; the days of the conduct.
        case title, facts, conduct
        /// The articles violated and the article of the penalty, by the law that is applied.
        case violated, penalty
    }

    package enum DiscretionField: String, CaseIterable, Sendable {
        /// The proposed fine; the arithmetic in words.
        case proposed, trace
    }

    package enum PaperField: Hashable, Sendable {
        case number, day
        case element(String)
    }

    /// `party.name`
    case party(PartyField)
    /// `charge.facts`, of all charges
    case charge(ChargeField)
    /// `discretion.trace`
    case discretion(DiscretionField)
    /// `matter.title`
    case title
    /// `fact.罚款数额`
    case fact(String)
    /// `step.立案`: the day on which it was taken last
    case step(String)
    /// `clock.陈述申辩期`: the last day of its last running
    case clock(String)
    /// `evidence`: what counts, numbered
    case evidence
    /// `officers`: those named in the steps, with their certificates
    case officers
    /// `paper.案件调查报告.违法事实`, `paper.行政处罚决定书.number`: of the last one that was not spoiled
    case paper(String, PaperField)
    /// `bureau.review`: the bureau's own words
    case bureau(String)
    /// `text.…`
    case text(String)

    /// Reads it; nil for something else.
    init?(_ written: String) {
        let parts = written.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        let (head, rest) = (parts[0], parts.dropFirst().first ?? "")
        switch head {
        case "party": self.init(PartyField(rawValue: rest).map { .party($0) })
        case "charge": self.init(ChargeField(rawValue: rest).map { .charge($0) })
        case "discretion": self.init(DiscretionField(rawValue: rest).map { .discretion($0) })
        case "matter": self.init(rest == "title" ? .title : nil)
        case "fact": self.init(rest.isEmpty ? nil : .fact(rest))
        case "step": self.init(rest.isEmpty ? nil : .step(rest))
        case "clock": self.init(rest.isEmpty ? nil : .clock(rest))
        case "evidence": self.init(parts.count == 1 ? .evidence : nil)
        case "officers": self.init(parts.count == 1 ? .officers : nil)
        case "paper" where parts.count == 3:
            switch parts[2] {
            case "number": self = .paper(rest, .number)
            case "day": self = .paper(rest, .day)
            default: self = .paper(rest, .element(parts[2]))
            }
        case "bureau": self.init(rest.isEmpty ? nil : .bureau(rest))
        case "text": self = .text(parts.dropFirst().joined(separator: "."))
        default: return nil
        }
    }

    private init?(_ found: PaperFill?) {
        guard let found else { return nil }
        self = found
    }
}
