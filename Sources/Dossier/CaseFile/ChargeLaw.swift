package import Catalog
package import Law
package import Standards

/// Which law a charge is judged by: what follows from its days, what is proposed, and what a person has decided.
package struct ChargeLaw: Sendable {
    package let violation: Violation
    package let choice: LawChoice
    /// Whether a person of the legal section must decide and write why.
    package let needsPerson: Bool
    /// The provisions from which may be chosen, that from which a person begins first.
    package let candidates: [Provision]
    /// Both laws with their amounts; nil where only one applies or where amounts cannot be compared yet.
    package let comparison: LighterLaw?
    /// Why there is no comparison where two laws compete; nil otherwise.
    package let comparisonFault: String?
    /// The provision that is applied; nil while a person has to decide.
    package let applied: Provision?
    /// Until when the violation had to be discovered.
    package let limitation: Limitation
    /// What is reached of the thresholds of crime.
    package let crimes: [CrimeThresholds.Item]

    /// - Parameters:
    ///   - decided: the day of the decision, or today while there is none.
    ///   - discretion: how the fine was weighed, so that the fines of both laws are compared; nil where it was not.
    /// - Throws: `LawError` with `.unknownViolation`, `.noProvision`, `.decidedBefore`; `CatalogError`.
    package init(
        _ charge: Charge, decided: CivilDate, discretion: Discretion? = nil, catalog: RuleCatalog
    ) throws {
        violation = try ViolationBook(catalog).violation(charge.violation)
        choice = try LawChoice(violation, charge.conduct, decided: decided)
        needsPerson = choice.needsReason || charge.isContinuing
        var fault: String?
        var pair: LighterLaw?
        switch choice {
        case .single(let provision): candidates = [provision]
        case .byPerson(let ofEnd, let ofStart): candidates = [ofEnd, ofStart]
        case .compared(let earlier, let later):
            candidates = [earlier, later]
            do {
                let outcomes = try [earlier, later].map {
                    try Self.outcome($0, charge, decided, discretion, catalog)
                }
                pair = LighterLaw(earlier: outcomes[0], later: outcomes[1])
            } catch let refusal as CaseFileRefusal {
                fault = refusal.message
            } catch let error as LawError {
                fault = error.message
            }
        }
        comparison = pair
        comparisonFault = fault
        if let decision = charge.choice {
            applied = candidates.first { $0.effective.from == decision.provision }
        } else if case .single(let provision) = choice, !needsPerson {
            applied = provision
        } else {
            applied = nil
        }
        limitation = Limitation(
            charge.conduct, hasCausedHarm: charge.hasCausedHarm, by: try LegalPrinciples(catalog, on: decided))
        crimes =
            charge.measured.isEmpty
            ? [] : try CrimeThresholds(catalog, on: charge.conduct.end).reached(by: charge.measured)
    }

    /// Whether the limitation had passed when it was discovered; nil while nobody said when that was.
    package func isTooLate(_ charge: Charge) -> Bool? { charge.discovered.map { limitation.hasPassed(on: $0) } }

    private static func outcome(
        _ provision: Provision, _ charge: Charge, _ day: CivilDate, _ discretion: Discretion?, _ catalog: RuleCatalog
    ) throws -> LighterLaw.Outcome {
        let tier = try charge.tier(of: provision)
        var fine: Money?
        if let discretion, let id = discretion.result.table {
            let range = try tier.range(of: charge.base)
            let table = try DiscretionBook(catalog).tables(for: charge.violation, on: discretion.day)
                .first { $0.id == id }
            fine = try table?.fine(discretion.request, within: range, under: provision.law).amount
        }
        return try LighterLaw.Outcome(
            provision, tier, base: charge.base, fine: fine, hasRefused: charge.hasRefused,
            isSerious: charge.isSerious)
    }
}

extension Charge {
    /// The fine of a provision that was chosen for the case; the only one where there is but one.
    ///
    /// - Throws: `CaseFileRefusal` with `.tierMissing`, or `.wrong` where the provision has no fine.
    package func tier(of provision: Provision) throws(CaseFileRefusal) -> FineTier {
        if provision.tiers.isEmpty { throw CaseFileRefusal(.wrong, "\(provision.law)对这一行为没有规定罚款") }
        if let chosen = provision.tiers.first(where: { tiers.contains($0.when) }) { return chosen }
        guard provision.tiers.count == 1 else {
            let names = provision.tiers.map { "\($0.when)（\($0)）" }.joined(separator: "；")
            throw CaseFileRefusal(.tierMissing, "\(provision.law)：\(names)")
        }
        return provision.tiers[0]
    }
}
