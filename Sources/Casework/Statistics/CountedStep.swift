import Catalog
import Standards

/// A step as statistics see it: taken and never gone back over.
struct CountedStep: Hashable {
    /// Its place among all steps of the matter, from 0; it never changes.
    let place: Int
    /// The number of its entry; of what was done before a matter was brought in, that of the opening.
    let entry: Int
    let action: String
    let day: CivilDate
    let counts: [StatisticCount]
    /// What it decided; nil where it counts as no penalty.
    let penalty: CountedPenalty?
    /// Whether a legal review of the matter stood when it was taken.
    let isReviewed: Bool
}

extension CountedStep {
    /// The fact that states which kinds of penalty a decision imposes, several joined by `FactKind.separator`.
    static let kindsFact = "处罚种类"
    /// The two amounts that make up 罚没金额: what was fined, and what was confiscated where it has an amount.
    static let fineFact = "罚款数额"
    static let confiscatedFact = "没收金额"

    /// The steps of a matter that count, in order, by the version of the procedure with which it began.
    ///
    /// - Returns: none where that version is no longer in the catalog: nothing of such a matter can be read.
    /// - Throws: `CatalogError` of faulty rules.
    static func all(_ history: [MatterEntry], by catalog: RuleCatalog) throws(CatalogError) -> [CountedStep] {
        guard let id = history.first?.act.procedure,
            let fold = try? ProcedureBook(catalog, only: [id]).fold(history)
        else { return [] }
        let acts = Dictionary(history.map { ($0.number, $0.act) }) { $1 }
        // What a matter from elsewhere states of its decision it states once: of the last one made there.
        let lastThere = fold.steps.lastIndex { step in
            step.entry == history.first?.number && fold.procedure.action(step.action)?.counts.contains(.penalty) == true
        }
        var found: [CountedStep] = []
        var isReviewed = false
        for (place, step) in fold.steps.enumerated() where !step.isUndone {
            let counts = fold.procedure.action(step.action)?.counts ?? []
            guard !counts.isEmpty else { continue }
            let isEarlier = step.entry == history.first?.number && place != lastThere
            let facts = isEarlier ? [:] : acts[step.entry]?.facts ?? [:]
            let penalty = counts.contains(.penalty) ? try CountedPenalty(facts, on: step.day, by: catalog) : nil
            found.append(
                CountedStep(
                    place: place, entry: step.entry, action: step.action, day: step.day, counts: counts,
                    penalty: penalty, isReviewed: isReviewed))
            isReviewed = isReviewed || counts.contains(.reviewed)
        }
        return found
    }
}

extension MatterAct {
    /// What it states of the matter.
    fileprivate var facts: [String: FactValue] {
        switch self {
        case .step(let step): step.facts
        case .opened(let opening): opening.facts
        default: [:]
        }
    }
}
